import { evolveAppointments } from './evolve/appointments';
import { evolveCompleteness } from './evolve/completeness';
import { evolveContent } from './evolve/content';
import { evolveCoordination } from './evolve/coordination';
import { evolveCoverage } from './evolve/coverage';
import { evolveCoverageWork } from './evolve/coverage-work';
import { evolveDocuments } from './evolve/documents';
import { evolveRedirection } from './evolve/redirection';
import { draft, register } from './evolve/register';
import { evolveReport } from './evolve/report';
import { evolveRequirements } from './evolve/requirements';
import { beneath } from './resume';
import { evolveStanding } from './evolve/standing';
import { evolveTriage } from './evolve/triage';
import { isContentEvent } from './events/content';
import { isCoverageWorkEvent } from './events/coverage-work';
import { isDocumentEvent } from './events/documents';
import { isRedirectionEvent } from './events/redirection';
import type { ReferralEvent } from './events/referral-event';
import { isRequirementEvent } from './events/requirements';
import type { Referral } from './referral';

/** The referral after one more fact. Records and never refuses: whether it could happen was decided before. */
export const evolve = (referral: Referral, event: ReferralEvent): Referral => {
  if (event.type === 'ReferralDrafted') return draft(referral, event);
  if (event.type === 'ReferralReceived') return register(referral, event);
  if (referral.stage === 'none') return referral;
  if (isContentEvent(event)) return evolveContent(referral, event);
  if (isRequirementEvent(event)) return beneath(referral, (known) => evolveRequirements(known, event));
  if (isRedirectionEvent(event)) return evolveRedirection(referral, event);
  if (isCoverageWorkEvent(event)) return evolveCoverageWork(referral, event);
  if (isDocumentEvent(event)) return evolveDocuments(referral, event);
  switch (event.type) {
    case 'InformationRequested':
    case 'InformationReceived':
    case 'ReferralCompletenessReached':
      return beneath(referral, (known) => evolveCompleteness(known, event));
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
      return beneath(referral, (known) => evolveAppointments(known, event));
    case 'ConsultNoteReceived':
    case 'ReportForwarded':
    case 'ReportAcknowledged':
      return evolveReport(referral, event);
    case 'ReferralDeclined':
    case 'ReferralClosed':
    case 'ReferralReopened':
    case 'NoteAdded':
      return evolveStanding(referral, event);
    case 'ContactAttempted':
    case 'StatusUpdateGiven':
    case 'OutreachExhausted':
    case 'BarrierIdentified':
    case 'BarrierResourceConnected':
    case 'BarrierResolved':
    case 'BarrierUnresolved':
    case 'InterpreterArranged':
    case 'InterpreterDeclined':
    case 'AppointmentOffered':
    case 'AppointmentOfferAccepted':
    case 'AppointmentOfferDeclined':
    case 'BookingDeferredToProvider':
    case 'EarlierAppointmentRequested':
    case 'WaitlistJoined':
    case 'WaitlistLeft':
    case 'ReportRequested':
    case 'ConsultNoteRejected':
    case 'ServiceConfirmed':
    case 'FollowUpPlanned':
    case 'FollowUpCompleted':
    case 'CancellationRequested':
    case 'ReferralCancelled':
    case 'CancellationRefused':
    case 'CancellationRequestWithdrawn':
    case 'HoldPlaced':
    case 'HoldReleased':
    case 'ReferralValidityExtended':
    case 'ReferralExpired':
    case 'ReferralAssigned':
    case 'ReferralClaimed':
    case 'ReferralReleased':
    case 'ReferralCoverageStarted':
    case 'ReferralCoverageEnded':
    case 'ReferralEscalated':
    case 'EscalationAcknowledged':
    case 'DelayCauseRecorded':
    case 'SlaWarningRaised':
    case 'SlaBreached':
    case 'SlaMet':
    case 'ReminderSet':
    case 'ReminderFired':
    case 'ReminderCleared':
    case 'PatientDeathReflected':
    case 'NecessityDisputeRaised':
    case 'DisputePositionRecorded':
    case 'DisputeConferenceScheduled':
    case 'NecessityDisputeResolved':
      return evolveCoordination(referral, event);
  }
};
