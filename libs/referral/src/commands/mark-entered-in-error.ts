import { requireOrder } from '@referral/eventsourcing';
import { IsId, IsValue, MayBeAbsent, pick, type Reason, ReasonValue } from '@referral/values';
import type { ReferralEvent } from '../events/referral-event';
import { happened } from '../happened';
import { requireReason } from '../reasons';
import type { RegisteredReferral } from '../referral';
import { refusal } from '../refuse';
import { requireTransition } from '../require-transition';
import type { UseCase } from '../use-case';
import { ReferralCommand } from './referral-command';

/** The referral should never have existed. Once a package was sent, a privacy officer signs as well. */
export class MarkEnteredInError extends ReferralCommand {
  @MayBeAbsent() @IsValue(() => ReasonValue) readonly reason?: Reason;
  @MayBeAbsent() @IsId() readonly coSignedBy?: string;
}

const requireCoSignature = (command: MarkEnteredInError, { facets }: RegisteredReferral): void => {
  if (!facets.transmissions.some(({ status }) => status === 'transmitted')) return;
  if (command.coSignedBy === undefined) throw refusal('CO_SIGNATURE_REQUIRED');
  if (command.coSignedBy === command.issued.actor.userId)
    throw refusal('SELF_APPROVAL', 'The privacy officer who signs is not the lead who asks.');
};

/** T34. */
export const markEnteredInError = (
  command: MarkEnteredInError,
  referral: RegisteredReferral,
): readonly ReferralEvent[] => {
  if (referral.stage === 'entered_in_error') return [];
  requireTransition(referral, 'MarkEnteredInError');
  const reason = requireReason('enteredInError', command.reason);
  requireCoSignature(command, referral);
  requireOrder(command, referral.stageSince, `it was ${referral.stage}`);
  return [happened('ReferralMarkedEnteredInError', command, { reason, ...pick(command, 'coSignedBy') })];
};

/** Calling a referral an error. */
export const markEnteredInErrorUseCase: UseCase<MarkEnteredInError> = {
  name: 'MarkEnteredInError',
  command: MarkEnteredInError,
  summary: 'Marks a referral that should never have existed; nothing can be done with it afterwards.',
  roles: ['lead'],
  creates: false,
  generatedIds: [],
  decide: markEnteredInError,
};
