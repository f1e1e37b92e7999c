import { requireOrder } from '@referral/eventsourcing';
import { IsBoolean } from 'class-validator';
import { instant, IsId, IsValue, MayBeAbsent, pick, type Reason, ReasonValue } from '@referral/values';
import type { ReferralEvent } from '../events/referral-event';
import { happened } from '../happened';
import type { RegisteredReferral } from '../referral';
import { refusal } from '../refuse';
import type { UseCase } from '../use-case';
import { findAppointment, requireBooked, requireSomeActive } from '../visits';
import { ReferralCommand } from './referral-command';

/** The patient did not come. */
export class RecordNoShow extends ReferralCommand {
  @IsId() readonly appointmentId!: string;
  @MayBeAbsent() @IsValue(() => ReasonValue) readonly reason?: Reason;
  @IsBoolean() readonly contactedSameDay!: boolean;
}

/** T16, T40 and T43. Nobody has missed a visit before it begins, however early a patient may arrive. */
export const recordNoShow = (command: RecordNoShow, referral: RegisteredReferral): readonly ReferralEvent[] => {
  if (findAppointment(referral, command.appointmentId)?.status === 'missed') return [];
  const appointment = requireBooked(referral, 'RecordNoShow', command.appointmentId);
  if (instant(command.occurredAt) < instant(appointment.start))
    throw refusal('VISIT_NOT_DUE', 'The visit has not begun.', { start: appointment.start });
  requireOrder(command, appointment.bookedAt, 'it was booked');
  const missed = referral.facets.appointments.filter(({ status }) => status === 'missed');
  return [
    happened('AppointmentMissed', command, {
      ...pick(command, 'appointmentId', 'reason', 'contactedSameDay'),
      missedCount: missed.length + 1,
    }),
  ];
};

/** Telling that a visit did not take place. */
export const recordNoShowUseCase: UseCase<RecordNoShow> = {
  name: 'RecordNoShow',
  command: RecordNoShow,
  summary: 'Records that the patient did not come to a visit that was due.',
  roles: ['receiving_party', 'coordinator', 'integration'],
  creates: false,
  generatedIds: [],
  decide: recordNoShow,
  possible: requireSomeActive,
};
