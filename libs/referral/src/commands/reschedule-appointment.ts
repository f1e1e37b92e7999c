import { requireOrder } from '@referral/eventsourcing';
import { IsIn } from 'class-validator';
import { instant, type Interval, IntervalValue, IsId, IsValue, pick, type Reason, ReasonValue } from '@referral/values';
import { dateGates, requireOpen, standingGates } from '../booking-gates';
import type { Appointment } from '../appointments';
import type { ReferralEvent } from '../events/referral-event';
import { happened } from '../happened';
import type { RegisteredReferral } from '../referral';
import type { UseCase } from '../use-case';
import { reschedulers, type Rescheduler } from '../values/vocabulary';
import { findAppointment, requireBooked, requireNoOverlap, requireSomeActive } from '../visits';
import { ReferralCommand } from './referral-command';

/** A booked visit is moved. Without an end it keeps its length. */
export class RescheduleAppointment extends ReferralCommand {
  @IsId() readonly appointmentId!: string;
  @IsValue(() => IntervalValue) readonly to!: Interval;
  @IsIn(reschedulers) readonly initiatedBy!: Rescheduler;
  @IsValue(() => ReasonValue) readonly reason!: Reason;
}

const newTime = ({ to }: RescheduleAppointment, known: Appointment): Required<Interval> => {
  if (to.end !== undefined) return { start: to.start, end: to.end };
  const length = instant(known.end) - instant(known.start);
  return { start: to.start, end: new Date(instant(to.start) + length).toISOString() };
};

const sameTime = (one: Required<Interval>, other: Required<Interval>): boolean =>
  instant(one.start) === instant(other.start) && instant(one.end) === instant(other.end);

/** T14 and T43: the gates must be open for the new date; overrides of the booking hold on. */
export const rescheduleAppointment = (
  command: RescheduleAppointment,
  referral: RegisteredReferral,
): readonly ReferralEvent[] => {
  const known = findAppointment(referral, command.appointmentId);
  if (known?.status === 'booked' && sameTime(newTime(command, known), known)) return [];
  const appointment = requireBooked(referral, 'RescheduleAppointment', command.appointmentId);
  const to = newTime(command, appointment);
  const visit = { ...to, ...pick(appointment, 'timeZone', 'appointmentId', 'authorizationId') };
  requireNoOverlap(referral, visit);
  const gates = [...standingGates(referral, visit.authorizationId), ...dateGates(referral, visit, command.occurredAt)];
  requireOpen(gates, appointment.overrides);
  requireOrder(command, appointment.bookedAt, 'it was booked');
  return [
    happened('AppointmentRescheduled', command, {
      ...pick(command, 'appointmentId', 'initiatedBy', 'reason'),
      from: { start: appointment.start, end: appointment.end },
      to,
    }),
  ];
};

/** Moving a visit. */
export const rescheduleAppointmentUseCase: UseCase<RescheduleAppointment> = {
  name: 'RescheduleAppointment',
  command: RescheduleAppointment,
  summary: 'Moves a booked visit when its gates are open for the new date.',
  roles: ['coordinator', 'receiving_party', 'patient_proxy'],
  creates: false,
  generatedIds: [],
  decide: rescheduleAppointment,
  possible: requireSomeActive,
};
