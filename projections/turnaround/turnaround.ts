import type { Projection, RecordedEvent } from '@referral/eventsourcing';
import type { ReferralEvent, ReferralEventType, ReferralReceived } from '@referral/referral';
import { beginsReferral, knownReferral } from '../shared/known-referral';
import { utc } from '../shared/utc';
import type { Cycle, Mark, Milestone, TurnaroundFacts } from './turnaround-facts';
import { visitsAfter } from './visits';

type Event = RecordedEvent<ReferralEvent>;

/** One document per referral: when each thing that a metric counts came about first, and by which event. */
export const turnaround: Projection<ReferralEvent, TurnaroundFacts> = {
  name: 'turnaround',
  version: 3,
  categories: ['referral'],
  documentId: knownReferral,
  begins: beginsReferral,
  evolve: (document, event) => {
    if (isExcluded(event)) return null;
    if (document) return marked(document, event);
    return event.type === 'ReferralReceived' ? begun(event, event.data) : null;
  },
  indexes: [{ 'first.marks.received.at': 1 }],
};

/** A universal exclusion of metrics: a referral that never should have been, or that goes on as another one. */
const isExcluded = (event: Event): boolean =>
  event.type === 'ReferralMarkedEnteredInError' ||
  (event.type === 'ReferralRedirected' && event.data.successorId !== undefined);

const milestonesOf: { readonly [Type in ReferralEventType]: readonly Milestone[] } = {
  ReferralReceived: ['received'],
  InformationRequested: [],
  InformationReceived: [],
  ReferralCompletenessReached: ['complete'],
  TriageStarted: ['triageStarted'],
  UrgencyAssigned: [],
  ReferralAccepted: ['triageDecided', 'accepted'],
  ReferralDeclined: ['triageDecided'],
  EligibilityVerified: [],
  AppointmentScheduled: ['scheduled'],
  AppointmentRescheduled: [],
  AppointmentCancelled: [],
  AppointmentAttended: ['attended'],
  AppointmentMissed: [],
  ConsultNoteReceived: ['reportReceived'],
  ReportForwarded: ['reportForwarded'],
  ReportAcknowledged: ['reportAcknowledged'],
  ReferralClosed: ['closed', 'loopClosed'],
  ReferralReopened: [],
  NoteAdded: [],
  ReferralRedirected: ['triageDecided'],
  ReferralReturnedWithAdvice: ['triageDecided', 'closed'],
  ReferralDrafted: [],
  ReferralSubmitted: [],
  ReferralAmended: [],
  ReferralDataCorrected: [],
  ReferralLinked: [],
  IntakeAssessmentRecorded: [],
  ReferralMarkedEnteredInError: [],
  RequirementItemVerified: [],
  RequirementItemRejected: [],
  RequirementItemWaived: [],
  ReferralReturnedIncomplete: [],
  EligibilityCheckRequested: [],
  CoverageChanged: [],
  AuthorizationNeedDetermined: [],
  AuthorizationStatusReflected: [],
  ServiceNotCoveredRecorded: [],
  CoverageAlternativesOffered: [],
  PatientCoverageDecisionRecorded: [],
  DestinationStatusReflected: [],
  DocumentAttached: [],
  DocumentScanned: [],
  DocumentWithdrawn: [],
  ReferralPackageComposed: [],
  PackageTransmissionRequested: [],
  PackageTransmissionFailed: [],
  PackageDeliveryConfirmed: [],
  PackageReceiptAcknowledged: [],
  ConsentStatusReflected: [],
  PackageTransmitted: [],
  ContactAttempted: [],
  StatusUpdateGiven: [],
  OutreachExhausted: [],
  BarrierIdentified: [],
  BarrierResourceConnected: [],
  BarrierResolved: [],
  BarrierUnresolved: [],
  InterpreterArranged: [],
  InterpreterDeclined: [],
  AppointmentOffered: [],
  AppointmentOfferAccepted: [],
  AppointmentOfferDeclined: [],
  BookingDeferredToProvider: [],
  EarlierAppointmentRequested: [],
  WaitlistJoined: [],
  WaitlistLeft: [],
  ReportRequested: [],
  ConsultNoteRejected: [],
  ServiceConfirmed: [],
  FollowUpPlanned: [],
  FollowUpCompleted: [],
  CancellationRequested: [],
  ReferralCancelled: [],
  CancellationRefused: [],
  CancellationRequestWithdrawn: [],
  HoldPlaced: [],
  HoldReleased: [],
  ReferralValidityExtended: [],
  ReferralExpired: [],
  ReferralAssigned: [],
  ReferralClaimed: [],
  ReferralReleased: [],
  ReferralCoverageStarted: [],
  ReferralCoverageEnded: [],
  ReferralEscalated: [],
  EscalationAcknowledged: [],
  DelayCauseRecorded: [],
  SlaWarningRaised: [],
  SlaBreached: [],
  SlaMet: [],
  ReminderSet: [],
  ReminderFired: [],
  ReminderCleared: [],
  PatientDeathReflected: [],
  NecessityDisputeRaised: [],
  DisputePositionRecorded: [],
  DisputeConferenceScheduled: [],
  NecessityDisputeResolved: [],
};

/** Milestones of a fact, without those that its content denies. */
const reachedBy = (event: Event): readonly Milestone[] => {
  if (event.type === 'ConsultNoteReceived' && event.data.kind !== 'final') return [];
  if (event.type === 'ReferralClosed' && event.data.closureOutcome !== 'loop_closed') return ['closed'];
  if (event.type === 'ReferralReturnedWithAdvice' && event.data.followUpSuggested) return ['triageDecided'];
  return milestonesOf[event.type];
};

const begun = (event: Event, data: ReferralReceived['data']): TurnaroundFacts => ({
  referralId: event.streamId.slice('referral-'.length),
  direction: data.direction,
  specialty: data.requestedSpecialty.code,
  urgency: data.claimedUrgency,
  type: data.type,
  first: {
    cycle: 1,
    marks: { received: { ...markOf(event), at: utc(data.clockStartAt) } },
    endedAt: null,
    closureOutcome: null,
  },
  laterCycles: [],
  visits: [],
});

const marked = (facts: TurnaroundFacts, event: Event): TurnaroundFacts => {
  if (event.type === 'ReferralReopened') return { ...facts, laterCycles: [...facts.laterCycles, reopened(event)] };
  const urgency = event.type === 'UrgencyAssigned' ? event.data.to : facts.urgency;
  const visits = visitsAfter(facts.visits, event);
  const last = facts.laterCycles.at(-1);
  if (!last) return { ...facts, urgency, visits, first: cycleAfter(facts.first, event) };
  return { ...facts, urgency, visits, laterCycles: [...facts.laterCycles.slice(0, -1), cycleAfter(last, event)] };
};

const reopened = (event: Event): Cycle => ({
  cycle: event.type === 'ReferralReopened' ? event.data.cycle : 1,
  marks: { received: markOf(event) },
  endedAt: null,
  closureOutcome: null,
});

/** With these the work of a cycle ends without an outcome. */
const ends: readonly ReferralEventType[] = ['ReferralDeclined', 'ReferralCancelled', 'ReferralExpired'];

const cycleAfter = (cycle: Cycle, event: Event): Cycle => {
  const fresh = reachedBy(event).filter((milestone) => !cycle.marks[milestone]);
  const marks = { ...cycle.marks, ...Object.fromEntries(fresh.map((milestone) => [milestone, markOf(event)])) };
  const outcome = outcomeOf(event);
  return {
    ...cycle,
    marks: fresh.length > 0 ? marks : cycle.marks,
    endedAt: outcome !== null || ends.includes(event.type) ? utc(event.occurredAt) : cycle.endedAt,
    closureOutcome: outcome ?? cycle.closureOutcome,
  };
};

/** How a fact closes a referral; `null` when it does not. */
const outcomeOf = (event: Event): string | null => {
  if (event.type === 'ReferralClosed') return event.data.closureOutcome;
  return event.type === 'ReferralReturnedWithAdvice' && !event.data.followUpSuggested ? 'advice_given' : null;
};

const markOf = ({ metadata, occurredAt }: Event): Mark => ({
  eventId: metadata.eventId,
  at: utc(occurredAt),
  recordedAt: utc(metadata.recordedAt),
});
