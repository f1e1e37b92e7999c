import { requireOrder } from '@referral/eventsourcing';
import { IsBoolean } from 'class-validator';
import { IsText, pick } from '@referral/values';
import type { ReferralEvent } from '../events/referral-event';
import { happened } from '../happened';
import type { RegisteredReferral } from '../referral';
import { requireTransition } from '../require-transition';
import type { UseCase } from '../use-case';
import { ReferralCommand } from './referral-command';

/** The reviewer answers with advice; the referrer's answer is awaited when a follow-up is suggested. */
export class ReturnWithAdvice extends ReferralCommand {
  @IsText(10_000) readonly advice!: string;
  @IsBoolean() readonly followUpSuggested!: boolean;
}

const isDone = ({ followUpSuggested }: ReturnWithAdvice, referral: RegisteredReferral): boolean =>
  followUpSuggested
    ? referral.stage === 'awaiting_information' && referral.facets.advised?.followUpSuggested === true
    : referral.stage === 'closed' && referral.closureOutcome === 'advice_given';

/** T12. */
export const returnWithAdvice = (command: ReturnWithAdvice, referral: RegisteredReferral): readonly ReferralEvent[] => {
  if (isDone(command, referral)) return [];
  requireTransition(referral, 'ReturnWithAdvice', command.followUpSuggested ? 'follow_up' : 'final');
  requireOrder(command, referral.stageSince, 'triage started');
  return [happened('ReferralReturnedWithAdvice', command, pick(command, 'advice', 'followUpSuggested'))];
};

/** Answering with advice. */
export const returnWithAdviceUseCase: UseCase<ReturnWithAdvice> = {
  name: 'ReturnWithAdvice',
  command: ReturnWithAdvice,
  summary: 'Answers with advice instead of a visit: the referral waits for the referrer, or ends.',
  roles: ['clinical_reviewer', 'receiving_party'],
  creates: false,
  generatedIds: [],
  decide: returnWithAdvice,
};
