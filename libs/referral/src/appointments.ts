import type { PartyRef } from '@referral/values';
import type { GateOverride } from './values/gate-override';
import type { AttendanceEvidence, Canceller } from './values/vocabulary';

/** What became of a visit. `released`: still booked when its referral was declined or closed. */
export type AppointmentStatus =
  | { readonly status: 'booked' }
  | { readonly status: 'cancelled'; readonly by: Canceller; readonly reasonCode: string }
  | { readonly status: 'attended'; readonly evidence: AttendanceEvidence }
  | { readonly status: 'missed' }
  | { readonly status: 'released' };

/** A visit that was booked under a referral. */
export type Appointment = AppointmentStatus & {
  readonly appointmentId: string;
  readonly destination: PartyRef;
  readonly start: string;
  readonly end: string;
  readonly timeZone: string;
  /** When the booking took effect. */
  readonly bookedAt: string;
  /** The cycle of the referral in which it was booked. */
  readonly cycle: number;
  /** The authorization that it was booked on, where one was named. */
  readonly authorizationId?: string;
  readonly overrides: readonly GateOverride[];
};

/** The visits that are still to come or to be told about. */
export const activeAppointments = (appointments: readonly Appointment[]): readonly Appointment[] =>
  appointments.filter((appointment) => appointment.status === 'booked');
