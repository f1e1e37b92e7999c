import { requireOrder } from '@referral/eventsourcing';
import { IsIn } from 'class-validator';
import { IsId, IsValue, MayBeAbsent, type Reason, ReasonValue } from '@referral/values';
import { visitCancelled } from '../cancelled-visit';
import type { ReferralEvent } from '../events/referral-event';
import { requireReason } from '../reasons';
import type { RegisteredReferral } from '../referral';
import type { UseCase } from '../use-case';
import { cancellers, type Canceller } from '../values/vocabulary';
import { findAppointment, requireBooked, requireSomeActive } from '../visits';
import { ReferralCommand } from './referral-command';

/** A booked visit will not take place. */
export class CancelAppointment extends ReferralCommand {
  @IsId() readonly appointmentId!: string;
  @IsIn(cancellers) readonly initiatedBy!: Canceller;
  @MayBeAbsent() @IsValue(() => ReasonValue) readonly reason?: Reason;
}

/** T15, T40 and T43. */
export const cancelAppointment = (
  command: CancelAppointment,
  referral: RegisteredReferral,
): readonly ReferralEvent[] => {
  const known = findAppointment(referral, command.appointmentId);
  if (known?.status === 'cancelled' && known.by === command.initiatedBy && known.reasonCode === command.reason?.code)
    return [];
  const appointment = requireBooked(referral, 'CancelAppointment', command.appointmentId);
  const reason = requireReason('cancelAppointment', command.reason);
  requireOrder(command, appointment.bookedAt, 'it was booked');
  return [visitCancelled(command, appointment, command.initiatedBy, reason)];
};

/** Cancelling a visit. */
export const cancelAppointmentUseCase: UseCase<CancelAppointment> = {
  name: 'CancelAppointment',
  command: CancelAppointment,
  summary: 'Cancels a booked visit with a reason; the last one leaves the referral to be booked again.',
  roles: ['coordinator', 'receiving_party', 'patient_proxy', 'system'],
  creates: false,
  generatedIds: [],
  decide: cancelAppointment,
  possible: requireSomeActive,
};
