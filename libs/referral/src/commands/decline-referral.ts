import { requireOrder } from '@referral/eventsourcing';
import { IsBoolean } from 'class-validator';
import {
  IsText,
  IsValue,
  MayBeAbsent,
  type PartyRef,
  PartyRefValue,
  pick,
  type Reason,
  ReasonValue,
} from '@referral/values';
import type { ReferralEvent } from '../events/referral-event';
import { happened } from '../happened';
import { requireReason } from '../reasons';
import type { RegisteredReferral } from '../referral';
import { refusal } from '../refuse';
import { requireTransition } from '../require-transition';
import type { UseCase } from '../use-case';
import { ReferralCommand } from './referral-command';

/** The receiving side does not take the referral, or no longer. */
export class DeclineReferral extends ReferralCommand {
  @IsValue(() => PartyRefValue) readonly by!: PartyRef;
  @MayBeAbsent() @IsValue(() => ReasonValue) readonly reason?: Reason;
  @MayBeAbsent() @IsText(10_000) readonly advice?: string;
  @MayBeAbsent() @IsValue(() => PartyRefValue) readonly suggestedDestination?: PartyRef;
  @IsBoolean() readonly notifiedReferrer!: boolean;
}

/** One who declines after acceptance leaves the patient with a next step. */
const requireNextStep = (command: DeclineReferral, referral: RegisteredReferral): void => {
  if (referral.stage === 'received' || referral.stage === 'in_triage') return;
  const told = [command.reason?.comment, command.advice, command.suggestedDestination];
  if (told.every((nextStep) => nextStep === undefined))
    throw refusal('COMMENT_REQUIRED', 'A late decline tells the next step: a comment, advice or another destination.');
};

/** T09, T19 and T30. */
export const declineReferral = (command: DeclineReferral, referral: RegisteredReferral): readonly ReferralEvent[] => {
  if (referral.stage === 'declined' && referral.reasonCode === command.reason?.code) return [];
  requireTransition(referral, 'DeclineReferral');
  const reason = requireReason('decline', command.reason);
  requireNextStep(command, referral);
  requireOrder(command, referral.stageSince, `it was ${referral.stage}`);
  return [
    happened('ReferralDeclined', command, {
      ...pick(command, 'by', 'advice', 'suggestedDestination', 'notifiedReferrer'),
      reason,
    }),
  ];
};

/** The refusal of a referral. */
export const declineReferralUseCase: UseCase<DeclineReferral> = {
  name: 'DeclineReferral',
  command: DeclineReferral,
  summary: 'Declines the referral with a reason; after acceptance also with a next step.',
  roles: ['clinical_reviewer', 'receiving_party'],
  creates: false,
  generatedIds: [],
  decide: declineReferral,
};
