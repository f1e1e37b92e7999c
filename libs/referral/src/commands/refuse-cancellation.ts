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

/** The other side does not cancel, such as after it has seen the patient. */
export class RefuseCancellation extends ReferralCommand {
  @MayBeAbsent() @IsValue(() => ReasonValue) readonly reason?: Reason;
}

/** T28. The referral goes on in the stage that it was in. */
export const refuseCancellation = (
  command: RefuseCancellation,
  referral: RegisteredReferral,
): readonly ReferralEvent[] => {
  if (wasAnswered(referral, 'refused', command.reason?.code)) return [];
  requireTransition(referral, 'RefuseCancellation');
  const reason = requireReason('refuseCancellation', command.reason);
  requireOrder(command, referral.stageSince, 'cancellation was asked for');
  return [happened('CancellationRefused', command, { reason })];
};

/** The refusal to cancel. */
export const refuseCancellationUseCase: UseCase<RefuseCancellation> = {
  name: 'RefuseCancellation',
  command: RefuseCancellation,
  summary: 'Refuses a wish to cancel with a reason; the referral goes on where it was.',
  roles: ['receiving_party'],
  creates: false,
  generatedIds: [],
  decide: refuseCancellation,
};
