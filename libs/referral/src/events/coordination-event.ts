import type { EventType } from '@referral/eventsourcing';
import type {
  ReferralAssigned,
  ReferralClaimed,
  ReferralCoverageEnded,
  ReferralCoverageStarted,
  ReferralReleased,
} from './assignment';
import type {
  BarrierIdentified,
  BarrierResolved,
  BarrierResourceConnected,
  BarrierUnresolved,
  InterpreterArranged,
  InterpreterDeclined,
} from './barriers';
import type {
  CancellationRefused,
  CancellationRequestWithdrawn,
  CancellationRequested,
  ReferralCancelled,
} from './cancellation';
import type {
  DisputeConferenceScheduled,
  DisputePositionRecorded,
  NecessityDisputeRaised,
  NecessityDisputeResolved,
} from './dispute';
import type {
  DelayCauseRecorded,
  EscalationAcknowledged,
  PatientDeathReflected,
  ReferralEscalated,
  ReminderCleared,
  ReminderFired,
  ReminderSet,
  SlaBreached,
  SlaMet,
  SlaWarningRaised,
} from './escalation';
import type {
  ConsultNoteRejected,
  FollowUpCompleted,
  FollowUpPlanned,
  ReportRequested,
  ServiceConfirmed,
} from './follow-up';
import type { HoldPlaced, HoldReleased, ReferralExpired, ReferralValidityExtended } from './holds';
import type {
  AppointmentOfferAccepted,
  AppointmentOfferDeclined,
  AppointmentOffered,
  BookingDeferredToProvider,
  EarlierAppointmentRequested,
  WaitlistJoined,
  WaitlistLeft,
} from './offers';
import type { ContactAttempted, OutreachExhausted, StatusUpdateGiven } from './outreach';

/** What people do around a referral: contact, booking by hand, chase, cancellation, hold, assignment, delay, dispute. */
export type CoordinationEvent =
  | ContactAttempted
  | StatusUpdateGiven
  | OutreachExhausted
  | BarrierIdentified
  | BarrierResourceConnected
  | BarrierResolved
  | BarrierUnresolved
  | InterpreterArranged
  | InterpreterDeclined
  | AppointmentOffered
  | AppointmentOfferAccepted
  | AppointmentOfferDeclined
  | BookingDeferredToProvider
  | EarlierAppointmentRequested
  | WaitlistJoined
  | WaitlistLeft
  | ReportRequested
  | ConsultNoteRejected
  | ServiceConfirmed
  | FollowUpPlanned
  | FollowUpCompleted
  | CancellationRequested
  | ReferralCancelled
  | CancellationRefused
  | CancellationRequestWithdrawn
  | HoldPlaced
  | HoldReleased
  | ReferralValidityExtended
  | ReferralExpired
  | ReferralAssigned
  | ReferralClaimed
  | ReferralReleased
  | ReferralCoverageStarted
  | ReferralCoverageEnded
  | ReferralEscalated
  | EscalationAcknowledged
  | DelayCauseRecorded
  | SlaWarningRaised
  | SlaBreached
  | SlaMet
  | ReminderSet
  | ReminderFired
  | ReminderCleared
  | PatientDeathReflected
  | NecessityDisputeRaised
  | DisputePositionRecorded
  | DisputeConferenceScheduled
  | NecessityDisputeResolved;

/** How each of them is stored. */
export const coordinationEventTypes: Readonly<Record<CoordinationEvent['type'], EventType>> = {
  ContactAttempted: { schemaVersion: 1, phi: ['note'] },
  StatusUpdateGiven: { schemaVersion: 1, phi: [] },
  OutreachExhausted: { schemaVersion: 1, phi: [] },
  BarrierIdentified: { schemaVersion: 1, phi: [] },
  BarrierResourceConnected: { schemaVersion: 1, phi: [] },
  BarrierResolved: { schemaVersion: 1, phi: [] },
  BarrierUnresolved: { schemaVersion: 1, phi: [] },
  InterpreterArranged: { schemaVersion: 1, phi: [] },
  InterpreterDeclined: { schemaVersion: 1, phi: [] },
  AppointmentOffered: { schemaVersion: 1, phi: [] },
  AppointmentOfferAccepted: { schemaVersion: 1, phi: [] },
  AppointmentOfferDeclined: { schemaVersion: 1, phi: [] },
  BookingDeferredToProvider: { schemaVersion: 1, phi: [] },
  EarlierAppointmentRequested: { schemaVersion: 1, phi: [] },
  WaitlistJoined: { schemaVersion: 1, phi: [] },
  WaitlistLeft: { schemaVersion: 1, phi: [] },
  ReportRequested: { schemaVersion: 1, phi: [] },
  ConsultNoteRejected: { schemaVersion: 1, phi: [] },
  ServiceConfirmed: { schemaVersion: 1, phi: [] },
  FollowUpPlanned: { schemaVersion: 1, phi: [] },
  FollowUpCompleted: { schemaVersion: 1, phi: [] },
  CancellationRequested: { schemaVersion: 1, phi: [] },
  ReferralCancelled: { schemaVersion: 1, phi: [] },
  CancellationRefused: { schemaVersion: 1, phi: [] },
  CancellationRequestWithdrawn: { schemaVersion: 1, phi: [] },
  HoldPlaced: { schemaVersion: 1, phi: [] },
  HoldReleased: { schemaVersion: 1, phi: [] },
  ReferralValidityExtended: { schemaVersion: 1, phi: [] },
  ReferralExpired: { schemaVersion: 1, phi: [] },
  ReferralAssigned: { schemaVersion: 1, phi: [] },
  ReferralClaimed: { schemaVersion: 1, phi: [] },
  ReferralReleased: { schemaVersion: 1, phi: [] },
  ReferralCoverageStarted: { schemaVersion: 1, phi: [] },
  ReferralCoverageEnded: { schemaVersion: 1, phi: [] },
  ReferralEscalated: { schemaVersion: 1, phi: [] },
  EscalationAcknowledged: { schemaVersion: 1, phi: [] },
  DelayCauseRecorded: { schemaVersion: 1, phi: [] },
  SlaWarningRaised: { schemaVersion: 1, phi: [] },
  SlaBreached: { schemaVersion: 1, phi: [] },
  SlaMet: { schemaVersion: 1, phi: [] },
  ReminderSet: { schemaVersion: 1, phi: [] },
  ReminderFired: { schemaVersion: 1, phi: [] },
  ReminderCleared: { schemaVersion: 1, phi: [] },
  PatientDeathReflected: { schemaVersion: 1, phi: [] },
  NecessityDisputeRaised: { schemaVersion: 1, phi: ['grounds'] },
  DisputePositionRecorded: { schemaVersion: 1, phi: ['rationale'] },
  DisputeConferenceScheduled: { schemaVersion: 1, phi: [] },
  NecessityDisputeResolved: { schemaVersion: 1, phi: ['summary'] },
};
