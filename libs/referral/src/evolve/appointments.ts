import { pick } from '@referral/values';
import { activeAppointments, type Appointment, type AppointmentStatus } from '../appointments';
import type {
  AppointmentAttended,
  AppointmentCancelled,
  AppointmentMissed,
  AppointmentRescheduled,
  AppointmentScheduled,
} from '../events/scheduling';
import type { RegisteredReferral } from '../referral';
import type { Stage } from '../stages';
import { moveTo, withFacets } from './move';

type AppointmentEvent =
  AppointmentScheduled | AppointmentRescheduled | AppointmentCancelled | AppointmentAttended | AppointmentMissed;

const booked = (cycle: number, { data, occurredAt }: AppointmentScheduled): Appointment => ({
  status: 'booked',
  appointmentId: data.appointmentId,
  destination: data.destination,
  start: data.start,
  end: data.end,
  timeZone: data.timeZone,
  bookedAt: occurredAt,
  cycle,
  ...pick(data, 'authorizationId'),
  overrides: data.overrides ?? [],
});

/** An appointment with another status and its other fields as they were. */
const become = (appointment: Appointment, status: AppointmentStatus): Appointment => ({
  ...status,
  appointmentId: appointment.appointmentId,
  destination: appointment.destination,
  start: appointment.start,
  end: appointment.end,
  timeZone: appointment.timeZone,
  bookedAt: appointment.bookedAt,
  cycle: appointment.cycle,
  ...pick(appointment, 'authorizationId'),
  overrides: appointment.overrides,
});

const change = (
  referral: RegisteredReferral,
  appointmentId: string | undefined,
  to: (appointment: Appointment) => Appointment,
): RegisteredReferral =>
  withFacets(referral, {
    appointments: referral.facets.appointments.map((appointment) =>
      appointment.appointmentId === appointmentId ? to(appointment) : appointment,
    ),
  });

/** A booked visit is gone: the last one takes the referral out of `scheduled`. */
const leaveScheduled = (
  referral: RegisteredReferral,
  stage: 'visit_cancelled' | 'visit_missed',
  since: string,
): RegisteredReferral =>
  referral.stage === 'scheduled' && activeAppointments(referral.facets.appointments).length === 0
    ? moveTo(referral, { stage }, since)
    : referral;

const past: readonly Stage[] = ['report_received', 'closed', 'declined', 'cancelled', 'expired'];

/** All appointments that are still booked fall with their referral. */
export const releaseAppointments = (referral: RegisteredReferral): RegisteredReferral =>
  withFacets(referral, {
    appointments: referral.facets.appointments.map((appointment) =>
      appointment.status === 'booked' ? become(appointment, { status: 'released' }) : appointment,
    ),
  });

/** Visits: booked, moved, cancelled, attended, missed. */
export const evolveAppointments = (referral: RegisteredReferral, event: AppointmentEvent): RegisteredReferral => {
  const { occurredAt } = event;
  switch (event.type) {
    case 'AppointmentScheduled': {
      const appointments = [...referral.facets.appointments, booked(referral.cycle, event)];
      const scheduled = withFacets(referral, { appointments, deferral: null });
      return referral.stage === 'scheduled' ? scheduled : moveTo(scheduled, { stage: 'scheduled' }, occurredAt);
    }
    case 'AppointmentRescheduled': {
      const { start, end } = event.data.to;
      return change(referral, event.data.appointmentId, (appointment) => ({ ...appointment, start, end }));
    }
    case 'AppointmentCancelled': {
      const { appointmentId, initiatedBy, reason } = event.data;
      const status: AppointmentStatus = { status: 'cancelled', by: initiatedBy, reasonCode: reason.code };
      const cancelled = change(referral, appointmentId, (appointment) => become(appointment, status));
      return leaveScheduled(cancelled, 'visit_cancelled', occurredAt);
    }
    case 'AppointmentAttended': {
      const status: AppointmentStatus = { status: 'attended', evidence: event.data.evidence };
      const attended = change(referral, event.data.appointmentId, (appointment) => become(appointment, status));
      if (referral.stage === 'visit_completed' || past.includes(referral.stage)) return attended;
      return moveTo(attended, { stage: 'visit_completed' }, occurredAt);
    }
    case 'AppointmentMissed': {
      const missed = change(referral, event.data.appointmentId, (appointment) =>
        become(appointment, { status: 'missed' }),
      );
      return leaveScheduled(missed, 'visit_missed', occurredAt);
    }
  }
};
