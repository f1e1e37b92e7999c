import { instant } from '@referral/values';
import { activeAppointments, type Appointment } from './appointments';
import type { RegisteredReferral } from './referral';
import { refusal } from './refuse';
import { requireTransition } from './require-transition';
import { isTerminal } from './stages';
import type { CommandName } from './transitions';

/** The appointment with an id, whatever became of it. */
export const findAppointment = ({ facets }: RegisteredReferral, appointmentId: string): Appointment | undefined =>
  facets.appointments.find((appointment) => appointment.appointmentId === appointmentId);

/**
 * The appointment that a command wants to change.
 * @throws OUTCOME_ALREADY_RECORDED (I19), ILLEGAL_TRANSITION, REFERRAL_TERMINAL, APPOINTMENT_NOT_FOUND
 */
export const requireBooked = (
  referral: RegisteredReferral,
  command: CommandName,
  appointmentId: string,
): Appointment => {
  const known = findAppointment(referral, appointmentId);
  if (known && known.status !== 'booked' && !isTerminal(referral.stage))
    throw refusal('OUTCOME_ALREADY_RECORDED', `The appointment is ${known.status} already.`, { outcome: known.status });
  requireTransition(referral, command);
  if (!known) throw refusal('APPOINTMENT_NOT_FOUND', 'No appointment with this id was booked under this referral.');
  return known;
};

/** What a command needs that changes some booked visit. @throws APPOINTMENT_NOT_FOUND */
export const requireSomeActive = ({ facets }: RegisteredReferral): void => {
  if (activeAppointments(facets.appointments).length === 0)
    throw refusal('APPOINTMENT_NOT_FOUND', 'No appointment is active.');
};

const overlap = (one: { start: string; end: string }, other: { start: string; end: string }): boolean =>
  instant(one.start) < instant(other.end) && instant(other.start) < instant(one.end);

/** I16. @throws APPOINTMENT_OVERLAP */
export const requireNoOverlap = (
  referral: RegisteredReferral,
  visit: { readonly appointmentId: string; readonly start: string; readonly end: string },
): void => {
  const others = activeAppointments(referral.facets.appointments).filter(
    (appointment) => appointment.appointmentId !== visit.appointmentId,
  );
  const clash = others.find((appointment) => overlap(appointment, visit));
  if (clash)
    throw refusal('APPOINTMENT_OVERLAP', 'It would overlap another active appointment of this referral.', {
      appointmentId: clash.appointmentId,
    });
};
