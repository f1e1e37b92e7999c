import type { CoordinationEvent } from '../events/coordination-event';
import type { RegisteredReferral } from '../referral';
import { evolveAssignment } from './assignment';
import { evolveBarriers } from './barriers';
import { evolveCancellation } from './cancellation';
import { evolveDispute } from './dispute';
import { evolveEscalation } from './escalation';
import { evolveFollowUp } from './follow-up';
import { evolveHolds } from './holds';
import { evolveOffers } from './offers';
import { evolveOutreach } from './outreach';

/** What people did around the referral. */
export const evolveCoordination = (referral: RegisteredReferral, event: CoordinationEvent): RegisteredReferral => {
  switch (event.type) {
    case 'ContactAttempted':
    case 'StatusUpdateGiven':
    case 'OutreachExhausted':
      return evolveOutreach(referral, event);
    case 'BarrierIdentified':
    case 'BarrierResourceConnected':
    case 'BarrierResolved':
    case 'BarrierUnresolved':
    case 'InterpreterArranged':
    case 'InterpreterDeclined':
      return evolveBarriers(referral, event);
    case 'AppointmentOffered':
    case 'AppointmentOfferAccepted':
    case 'AppointmentOfferDeclined':
    case 'BookingDeferredToProvider':
    case 'EarlierAppointmentRequested':
    case 'WaitlistJoined':
    case 'WaitlistLeft':
      return evolveOffers(referral, event);
    case 'ReportRequested':
    case 'ConsultNoteRejected':
    case 'ServiceConfirmed':
    case 'FollowUpPlanned':
    case 'FollowUpCompleted':
      return evolveFollowUp(referral, event);
    case 'CancellationRequested':
    case 'ReferralCancelled':
    case 'CancellationRefused':
    case 'CancellationRequestWithdrawn':
      return evolveCancellation(referral, event);
    case 'HoldPlaced':
    case 'HoldReleased':
    case 'ReferralValidityExtended':
    case 'ReferralExpired':
      return evolveHolds(referral, event);
    case 'ReferralAssigned':
    case 'ReferralClaimed':
    case 'ReferralReleased':
    case 'ReferralCoverageStarted':
    case 'ReferralCoverageEnded':
      return evolveAssignment(referral, event);
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
      return evolveEscalation(referral, event);
    case 'NecessityDisputeRaised':
    case 'DisputePositionRecorded':
    case 'DisputeConferenceScheduled':
    case 'NecessityDisputeResolved':
      return evolveDispute(referral, event);
  }
};
