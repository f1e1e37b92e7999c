import { requireOrder } from '@referral/eventsourcing';
import { IsValue, MayBeAbsent, type Reason, ReasonValue } from '@referral/values';
import { wasAnswered } from '../cancellation-answer';
import type { ReferralEvent } from '../events/referral-event';
import { happened } from '../happened';
import { requireReason } from '../reasons';
import type { RegisteredReferral } from '../referral';
import { requireTransition } from '../require-transition';
import type { UseCase } from '../use-case';
import { ReferralCommand } from './referral-command';

/** Whoever wanted to cancel no longer does. */
export class WithdrawCancellationRequest extends ReferralCommand {
  @MayBeAbsent() @IsValue(() => ReasonValue) readonly reason?: Reason;
}

/** T28. The referral goes on in the stage that it was in. */
export const withdrawCancellationRequest = (
  command: WithdrawCancellationRequest,
  referral: RegisteredReferral,
): readonly ReferralEvent[] => {
  if (wasAnswered(referral, 'withdrawn', command.reason?.code)) return [];
  requireTransition(referral, 'WithdrawCancellationRequest');
  const reason = requireReason('withdrawCancellation', command.reason);
  requireOrder(command, referral.stageSince, 'cancellation was asked for');
  return [happened('CancellationRequestWithdrawn', command, { reason })];
};

/** A wish to cancel that is taken back. */
export const withdrawCancellationRequestUseCase: UseCase<WithdrawCancellationRequest> = {
  name: 'WithdrawCancellationRequest',
  command: WithdrawCancellationRequest,
  summary: 'Takes back a wish to cancel; the referral goes on where it was.',
  roles: ['referring_party', 'patient_proxy', 'coordinator'],
  creates: false,
  generatedIds: [],
  decide: withdrawCancellationRequest,
};
