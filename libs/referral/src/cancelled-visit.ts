import { hoursBetween, type Reason } from '@referral/values';
import type { Appointment } from './appointments';
import type { ReferralCommand } from './commands/referral-command';
import type { AppointmentCancelled } from './events/scheduling';
import { happened } from './happened';
import { referralPolicy } from './policies';
import type { Canceller } from './values/vocabulary';

/** A booked visit falls; how late is told by the policy. */
export const visitCancelled = (
  command: ReferralCommand,
  appointment: Appointment,
  initiatedBy: Canceller,
  reason: Reason,
): AppointmentCancelled => {
  const notice = hoursBetween(command.occurredAt, appointment.start);
  return happened('AppointmentCancelled', command, {
    appointmentId: appointment.appointmentId,
    initiatedBy,
    reason,
    noticeHours: Math.round(notice * 100) / 100,
    late: notice < referralPolicy.lateCancellationHours,
  });
};
