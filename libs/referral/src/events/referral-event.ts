import type { EventType, Upcasters } from '@referral/eventsourcing';
import type { NoteAdded, ReferralClosed, ReferralReopened } from './closure';
import { type CoordinationEvent, coordinationEventTypes } from './coordination-event';
import type { InformationReceived, InformationRequested, ReferralCompletenessReached } from './completeness';
import type { EligibilityVerified } from './coverage';
import { contentEventTypes, type ContentEvent, type ReferralDrafted } from './content';
import { coverageWorkEventTypes, type CoverageWorkEvent } from './coverage-work';
import { documentEventTypes, type DocumentEvent } from './documents';
import type { ReferralReceived } from './intake';
import { redirectionEventTypes, type RedirectionEvent } from './redirection';
import type { ConsultNoteReceived, ReportAcknowledged, ReportForwarded } from './report';
import { requirementEventTypes, type RequirementEvent } from './requirements';
import type {
  AppointmentAttended,
  AppointmentCancelled,
  AppointmentMissed,
  AppointmentRescheduled,
  AppointmentScheduled,
} from './scheduling';
import type { ReferralAccepted, ReferralDeclined, TriageStarted, UrgencyAssigned } from './triage';

/** Everything that can have happened to a referral. */
export type ReferralEvent =
  | ReferralReceived
  | InformationRequested
  | InformationReceived
  | ReferralCompletenessReached
  | TriageStarted
  | UrgencyAssigned
  | ReferralAccepted
  | ReferralDeclined
  | EligibilityVerified
  | AppointmentScheduled
  | AppointmentRescheduled
  | AppointmentCancelled
  | AppointmentAttended
  | AppointmentMissed
  | ConsultNoteReceived
  | ReportForwarded
  | ReportAcknowledged
  | ReferralClosed
  | ReferralReopened
  | NoteAdded
  | ReferralDrafted
  | ContentEvent
  | RequirementEvent
  | RedirectionEvent
  | CoverageWorkEvent
  | DocumentEvent
  | CoordinationEvent;

export type ReferralEventType = ReferralEvent['type'];

/** How each event is stored: version of its shape, and its fields that hold protected health information. */
export const referralEventTypes: Readonly<Record<ReferralEventType, EventType>> = {
  ReferralReceived: { schemaVersion: 1, phi: ['clinicalQuestion', 'diagnoses'] },
  InformationRequested: { schemaVersion: 1, phi: [] },
  InformationReceived: { schemaVersion: 1, phi: [] },
  ReferralCompletenessReached: { schemaVersion: 1, phi: [] },
  TriageStarted: { schemaVersion: 1, phi: [] },
  UrgencyAssigned: { schemaVersion: 1, phi: [] },
  ReferralAccepted: { schemaVersion: 1, phi: [] },
  ReferralDeclined: { schemaVersion: 1, phi: ['advice'] },
  EligibilityVerified: { schemaVersion: 1, phi: [] },
  AppointmentScheduled: { schemaVersion: 1, phi: [] },
  AppointmentRescheduled: { schemaVersion: 1, phi: [] },
  AppointmentCancelled: { schemaVersion: 1, phi: [] },
  AppointmentAttended: { schemaVersion: 1, phi: [] },
  AppointmentMissed: { schemaVersion: 1, phi: [] },
  ConsultNoteReceived: { schemaVersion: 1, phi: [] },
  ReportForwarded: { schemaVersion: 1, phi: [] },
  ReportAcknowledged: { schemaVersion: 1, phi: [] },
  ReferralClosed: { schemaVersion: 1, phi: [] },
  ReferralReopened: { schemaVersion: 1, phi: [] },
  NoteAdded: { schemaVersion: 1, phi: ['text'] },
  ReferralDrafted: { schemaVersion: 1, phi: [] },
  ...contentEventTypes,
  ...requirementEventTypes,
  ...redirectionEventTypes,
  ...coverageWorkEventTypes,
  ...documentEventTypes,
  ...coordinationEventTypes,
};

/** Every shape is still its first one. */
export const referralUpcasters: Upcasters = {};
