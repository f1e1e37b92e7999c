import {
  activeAppointments,
  CancelAppointment,
  CloseReferral,
  isTerminal,
  type Referral,
  referralAggregate,
  type ReferralEvent,
} from '@referral/referral';
import { send } from './errand';
import type { Process } from './process';
import { referralSubject } from './subjects/referral';

const reason = { code: 'patient_died' } as const;

/**
 * Cancels the visits of a patient who has died, and closes the referral. Where a report is there its referrer is still to have it, so
 * that people, or the answer to it, end that one.
 */
export const death: Process<Referral, ReferralEvent> = {
  name: 'death',
  subject: referralSubject,
  react: (trigger, referral) => {
    if (trigger.kind !== 'fact' || trigger.fact.type !== 'PatientDeathReflected') return [];
    if (referral.stage === 'none' || isTerminal(referral.stage)) return [];
    const { referralId } = referral.registration;
    const cancelled = activeAppointments(referral.facets.appointments).map(({ appointmentId }) =>
      send(referralAggregate, referralId, CancelAppointment, { appointmentId, initiatedBy: 'system', reason }),
    );
    if (referral.stage === 'report_received') return cancelled;
    return [
      ...cancelled,
      send(referralAggregate, referralId, CloseReferral, {
        closureOutcome: 'patient_deceased',
        evidenceEventIds: [trigger.fact.metadata.eventId],
        patientInformed: false,
        referrerInformed: false,
        reason,
      }),
    ];
  },
};
