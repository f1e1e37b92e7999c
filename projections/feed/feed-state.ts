import type { RecordedEvent } from '@referral/eventsourcing';
import type { ContactAttempted, OutreachExhausted, ReferralEvent } from '@referral/referral';
import type { Urgency } from '@referral/values';
import { millisecondsBetween } from '../shared/utc';

/** What the feed remembers of a referral, to number its public events and to say in each what it takes. */
export interface FeedState {
  /** Public events so far; the number of the newest. */
  readonly sequence: number;
  readonly urgency: Urgency;
  readonly cycle: number;
  readonly visits: readonly Visit[];
  readonly transmissions: readonly SentPackage[];
  /** Whole minutes from receipt to the first of each; absent when it has not come about. */
  readonly durations: Readonly<Partial<Record<Milestone, number>>>;
  readonly receivedAt: string;
  readonly outreach: { readonly attempts: number; readonly reached: boolean; readonly exhausted: boolean };
  readonly cancellationReason: string | null;
  /** Reasons of holds, kinds of barriers and subjects of disputes, each by its id. */
  readonly holds: Readonly<Record<string, string>>;
  readonly barriers: Readonly<Record<string, { readonly type: string; readonly severity: number }>>;
  readonly disputes: Readonly<Record<string, string>>;
  readonly team: string | null;
}

/** A package that went out. */
export interface SentPackage {
  readonly transmissionId: string;
  readonly recipient: { readonly id: string; readonly type: string };
  readonly documentKinds: readonly string[];
  readonly channel: string;
}

type Milestone = 'toAccepted' | 'toScheduled' | 'toAttended' | 'toReport' | 'toClosed';

interface Visit {
  readonly appointmentId: string;
  readonly start: string;
  readonly mode: string;
  readonly destinationId: string;
}

/** The state that begins with a referral. */
export const startOf = (event: RecordedEvent<ReferralEvent>): FeedState => ({
  sequence: 0,
  urgency: 'routine',
  cycle: 1,
  visits: [],
  transmissions: [],
  durations: {},
  receivedAt: event.occurredAt,
  outreach: { attempts: 0, reached: false, exhausted: false },
  cancellationReason: null,
  holds: {},
  barriers: {},
  disputes: {},
  team: null,
});

/** Attempts to reach the patient count; what other parties are asked does not. */
const outreachAfter = (
  known: FeedState['outreach'],
  event: ContactAttempted | OutreachExhausted,
): FeedState['outreach'] => {
  if (event.type === 'OutreachExhausted') return { ...known, exhausted: true };
  const { party, direction, outcome } = event.data;
  if (party !== 'patient' && party !== 'proxy') return known;
  return {
    ...known,
    attempts: known.attempts + (direction === 'out' ? 1 : 0),
    reached: known.reached || outcome === 'reached' || outcome === 'replied',
  };
};

/** The state after one more fact, but for its number. */
export const remember = (state: FeedState, event: RecordedEvent<ReferralEvent>): FeedState => {
  switch (event.type) {
    case 'ReferralReceived':
      return { ...state, urgency: event.data.claimedUrgency };
    case 'UrgencyAssigned':
      return { ...state, urgency: event.data.to };
    case 'ReferralReopened':
      return { ...state, cycle: event.data.cycle };
    case 'ReferralAccepted':
      return reached(state, 'toAccepted', event.occurredAt);
    case 'AppointmentScheduled': {
      const { appointmentId, start, mode, destination } = event.data;
      const visits = [...state.visits, { appointmentId, start, mode, destinationId: destination.id }];
      return reached({ ...state, visits }, 'toScheduled', event.occurredAt);
    }
    case 'AppointmentRescheduled': {
      const { appointmentId, to } = event.data;
      const moved = (visit: Visit) => (visit.appointmentId === appointmentId ? { ...visit, start: to.start } : visit);
      return { ...state, visits: state.visits.map(moved) };
    }
    case 'AppointmentAttended':
      return reached(state, 'toAttended', event.occurredAt);
    case 'ConsultNoteReceived':
      return event.data.kind === 'final' ? reached(state, 'toReport', event.occurredAt) : state;
    case 'ReferralClosed':
      return reached(state, 'toClosed', event.occurredAt);
    case 'ReferralReturnedWithAdvice':
      return event.data.followUpSuggested ? state : reached(state, 'toClosed', event.occurredAt);
    case 'PackageTransmitted': {
      const { transmissionId, to, channel, documentKinds } = event.data;
      const sent = { transmissionId, recipient: { id: to.id, type: to.type }, documentKinds, channel };
      return { ...state, transmissions: [...state.transmissions, sent] };
    }
    case 'ContactAttempted':
    case 'OutreachExhausted':
      return { ...state, outreach: outreachAfter(state.outreach, event) };
    case 'CancellationRequested':
      return { ...state, cancellationReason: event.data.reason.code };
    case 'HoldPlaced':
      return { ...state, holds: { ...state.holds, [event.data.holdId]: event.data.reason } };
    case 'BarrierIdentified': {
      const { barrierId, type, severity } = event.data;
      return { ...state, barriers: { ...state.barriers, [barrierId]: { type, severity } } };
    }
    case 'NecessityDisputeRaised':
      return { ...state, disputes: { ...state.disputes, [event.data.disputeId]: event.data.against } };
    case 'ReferralAssigned':
      return { ...state, team: event.data.teamId };
    case 'ReferralClaimed':
      return { ...state, team: event.data.teamId ?? state.team };
    case 'InformationRequested':
    case 'InformationReceived':
    case 'ReferralCompletenessReached':
    case 'TriageStarted':
    case 'ReferralDeclined':
    case 'EligibilityVerified':
    case 'AppointmentCancelled':
    case 'AppointmentMissed':
    case 'ReportForwarded':
    case 'ReportAcknowledged':
    case 'NoteAdded':
    case 'ReferralDrafted':
    case 'ReferralSubmitted':
    case 'ReferralAmended':
    case 'ReferralDataCorrected':
    case 'ReferralLinked':
    case 'IntakeAssessmentRecorded':
    case 'ReferralMarkedEnteredInError':
    case 'RequirementItemVerified':
    case 'RequirementItemRejected':
    case 'RequirementItemWaived':
    case 'ReferralReturnedIncomplete':
    case 'ReferralRedirected':
    case 'EligibilityCheckRequested':
    case 'CoverageChanged':
    case 'AuthorizationNeedDetermined':
    case 'AuthorizationStatusReflected':
    case 'ServiceNotCoveredRecorded':
    case 'CoverageAlternativesOffered':
    case 'PatientCoverageDecisionRecorded':
    case 'DestinationStatusReflected':
    case 'DocumentAttached':
    case 'DocumentScanned':
    case 'DocumentWithdrawn':
    case 'ReferralPackageComposed':
    case 'PackageTransmissionRequested':
    case 'PackageTransmissionFailed':
    case 'PackageDeliveryConfirmed':
    case 'PackageReceiptAcknowledged':
    case 'ConsentStatusReflected':
    case 'StatusUpdateGiven':
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
    case 'ReferralCancelled':
    case 'CancellationRefused':
    case 'CancellationRequestWithdrawn':
    case 'HoldReleased':
    case 'ReferralValidityExtended':
    case 'ReferralExpired':
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
    case 'DisputePositionRecorded':
    case 'DisputeConferenceScheduled':
    case 'NecessityDisputeResolved':
      return state;
  }
};

const reached = (state: FeedState, milestone: Milestone, at: string): FeedState => {
  if (state.durations[milestone] !== undefined) return state;
  const minutes = Math.floor(millisecondsBetween(state.receivedAt, at) / 60_000);
  return { ...state, durations: { ...state.durations, [milestone]: minutes } };
};
