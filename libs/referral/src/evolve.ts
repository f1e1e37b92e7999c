import { evolveAppointments } from './evolve/appointments';
import { evolveCompleteness } from './evolve/completeness';
import { evolveCoverage } from './evolve/coverage';
import { register } from './evolve/register';
import { evolveReport } from './evolve/report';
import { evolveStanding } from './evolve/standing';
import { evolveTriage } from './evolve/triage';
import type { ReferralEvent } from './events/referral-event';
import type { Referral } from './referral';

/** The referral after one more fact. Records and never refuses: whether it could happen was decided before. */
export const evolve = (referral: Referral, event: ReferralEvent): Referral => {
  if (event.type === 'ReferralReceived') return referral.stage === 'none' ? register(event) : referral;
  if (referral.stage === 'none') return referral;
  switch (event.type) {
    case 'InformationRequested':
    case 'InformationReceived':
    case 'ReferralCompletenessReached':
      return evolveCompleteness(referral, event);
    case 'TriageStarted':
    case 'UrgencyAssigned':
    case 'ReferralAccepted':
      return evolveTriage(referral, event);
    case 'EligibilityVerified':
      return evolveCoverage(referral, event);
    case 'AppointmentScheduled':
    case 'AppointmentRescheduled':
    case 'AppointmentCancelled':
    case 'AppointmentAttended':
    case 'AppointmentMissed':
      return evolveAppointments(referral, event);
    case 'ConsultNoteReceived':
    case 'ReportForwarded':
    case 'ReportAcknowledged':
      return evolveReport(referral, event);
    case 'ReferralDeclined':
    case 'ReferralClosed':
    case 'ReferralReopened':
    case 'NoteAdded':
      return evolveStanding(referral, event);
  }
};
