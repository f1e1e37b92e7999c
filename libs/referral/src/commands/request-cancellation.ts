import { requireOrder } from '@referral/eventsourcing';
import {
  IsValue,
  MayBeAbsent,
  type PartyRef,
  PartyRefValue,
  pick,
  type Reason,
  ReasonValue,
  sameParty,
} from '@referral/values';
import { activeAppointments } from '../appointments';
import type { ReferralEvent } from '../events/referral-event';
import { happened } from '../happened';
import { requireReason } from '../reasons';
import type { RegisteredReferral } from '../referral';
import { requireTransition } from '../require-transition';
import type { UseCase } from '../use-case';
import { ReferralCommand } from './referral-command';

/** One side wants to cancel; the other confirms or refuses. */
export class RequestCancellation extends ReferralCommand {
  @IsValue(() => PartyRefValue) readonly by!: PartyRef;
  @MayBeAbsent() @IsValue(() => ReasonValue) readonly reason?: Reason;
}

/** T19 and T26. */
export const requestCancellation = (
  command: RequestCancellation,
  referral: RegisteredReferral,
): readonly ReferralEvent[] => {
  const { cancellation, appointments } = referral.facets;
  const asked = referral.stage === 'cancellation_requested' && cancellation !== null;
  if (asked && sameParty(cancellation.by, command.by) && cancellation.reasonCode === command.reason?.code) return [];
  requireTransition(referral, 'RequestCancellation');
  const reason = requireReason('cancelReferral', command.reason);
  requireOrder(command, referral.stageSince, `it was ${referral.stage}`);
  const appointmentsAffected = activeAppointments(appointments).map(({ appointmentId }) => appointmentId);
  return [happened('CancellationRequested', command, { ...pick(command, 'by'), reason, appointmentsAffected })];
};

/** A wish to cancel. */
export const requestCancellationUseCase: UseCase<RequestCancellation> = {
  name: 'RequestCancellation',
  command: RequestCancellation,
  summary: 'Asks to cancel the referral; the other side confirms or refuses.',
  roles: ['referring_party', 'patient_proxy', 'coordinator'],
  creates: false,
  generatedIds: [],
  decide: requestCancellation,
};
