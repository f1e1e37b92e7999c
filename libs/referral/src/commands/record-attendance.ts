import { requireOrder } from '@referral/eventsourcing';
import { IsBoolean, IsIn } from 'class-validator';
import { IsId, MayBeAbsent, minutesBetween, pick } from '@referral/values';
import { activeAppointments } from '../appointments';
import type { ReferralEvent } from '../events/referral-event';
import { happened } from '../happened';
import { referralPolicy } from '../policies';
import type { RegisteredReferral } from '../referral';
import { refusal } from '../refuse';
import { requireTransition } from '../require-transition';
import type { UseCase } from '../use-case';
import { attendanceEvidences, type AttendanceEvidence } from '../values/vocabulary';
import { findAppointment, requireBooked, requireSomeActive } from '../visits';
import { ReferralCommand } from './referral-command';

/** The patient was seen; `occurredAt` is when. Without an id the one active appointment is meant. */
export class RecordAttendance extends ReferralCommand {
  @MayBeAbsent() @IsId() readonly appointmentId?: string;
  @MayBeAbsent() @IsBoolean() readonly arrivedLate?: boolean;
  @MayBeAbsent() @IsId() readonly encounterId?: string;
  @IsIn(attendanceEvidences) readonly evidence!: AttendanceEvidence;
}

/** The id that the command names or means. */
const meantId = (command: RecordAttendance, referral: RegisteredReferral): string => {
  if (command.appointmentId !== undefined) return command.appointmentId;
  requireTransition(referral, 'RecordAttendance');
  const [only, ...others] = activeAppointments(referral.facets.appointments);
  if (only && others.length === 0) return only.appointmentId;
  throw refusal('APPOINTMENT_NOT_FOUND', 'Say which appointment: not exactly one is active.');
};

/** T17 and T43. */
export const recordAttendance = (command: RecordAttendance, referral: RegisteredReferral): readonly ReferralEvent[] => {
  const appointmentId = meantId(command, referral);
  if (findAppointment(referral, appointmentId)?.status === 'attended') return [];
  const appointment = requireBooked(referral, 'RecordAttendance', appointmentId);
  if (minutesBetween(command.occurredAt, appointment.start) > referralPolicy.earlyArrivalMinutes)
    throw refusal('VISIT_NOT_DUE', 'The visit has not begun.', { start: appointment.start });
  requireOrder(command, appointment.bookedAt, 'it was booked');
  return [
    happened('AppointmentAttended', command, {
      appointmentId,
      ...pick(command, 'arrivedLate', 'encounterId', 'evidence'),
    }),
  ];
};

/** Telling that a visit took place. */
export const recordAttendanceUseCase: UseCase<RecordAttendance> = {
  name: 'RecordAttendance',
  command: RecordAttendance,
  summary: 'Records that the patient was seen, and how that is known.',
  roles: ['receiving_party', 'coordinator', 'integration'],
  creates: false,
  generatedIds: [],
  decide: recordAttendance,
  possible: requireSomeActive,
};
