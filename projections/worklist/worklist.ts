import type { Projection, RecordedEvent } from '@referral/eventsourcing';
import {
  activeAppointments,
  evolve,
  initialState,
  isTerminal,
  type ReferralEvent,
  type RegisteredReferral,
} from '@referral/referral';
import { localDate, urgencyRank } from '@referral/values';
import { beginsReferral, knownReferral } from '../shared/known-referral';
import { never, utc } from '../shared/utc';
import { registered } from './clock-rules';
import { dueOf, nextDue } from './due-fields';
import { queueIndexes } from './queues';
import { type RunningClock, runOn, urgencyOf } from './running-clocks';
import type { NextVisit, OpenRequest, WorklistEntry } from './worklist-entry';

type Event = RecordedEvent<ReferralEvent>;

/** One document per referral, for all work queues. */
export const worklist: Projection<ReferralEvent, WorklistEntry> = {
  name: 'worklist',
  version: 2,
  categories: ['referral'],
  documentId: knownReferral,
  begins: beginsReferral,
  evolve: (document, event) => {
    const referral = registered(evolve(document?.state ?? initialState, event));
    return referral && entryOf(referral, event, remember(document, event, referral));
  },
  indexes: queueIndexes,
};

/** What queues need and the folded referral does not hold. */
interface Remembered {
  readonly registeredAt: string;
  readonly acknowledgedAt: string | null;
  readonly forwardedAt: string | null;
  readonly attempts: Readonly<Record<string, number>>;
  readonly clocks: readonly RunningClock[];
}

const remember = (document: WorklistEntry | null, event: Event, referral: RegisteredReferral): Remembered => {
  const acknowledges = event.type === 'TriageStarted' || event.type === 'InformationRequested';
  const forwarded = referral.facets.report?.forwardedTo.length ?? 0;
  return {
    registeredAt: document?.registeredAt ?? utc(event.metadata.recordedAt),
    acknowledgedAt: document?.acknowledgedAt ?? (acknowledges ? utc(event.occurredAt) : null),
    forwardedAt: forwarded === 0 ? null : (document?.report.forwardedAt ?? utc(event.occurredAt)),
    attempts:
      event.type === 'InformationRequested'
        ? { ...document?.attempts, [event.data.requestId]: event.data.attemptNo }
        : (document?.attempts ?? {}),
    clocks: runOn(document?.clocks ?? [], event, referral),
  };
};

const entryOf = (referral: RegisteredReferral, event: Event, remembered: Remembered): WorklistEntry => {
  const { registration, facets, stage, cycle } = referral;
  const { clocks, attempts, acknowledgedAt, registeredAt, forwardedAt } = remembered;
  const appointment = nextVisit(referral);
  const infoRequests = openRequests(referral, attempts);
  const next = nextDue(clocks);
  const urgency = urgencyOf(referral);
  return {
    referralId: registration.referralId,
    reference: registration.reference,
    rev: Number(event.revision),
    open: !isTerminal(stage),
    stage,
    stageSince: utc(referral.stageSince),
    cycle,
    direction: registration.direction,
    urgency,
    urgencyRank: urgencyRank(urgency),
    specialty: registration.requestedSpecialty.code,
    specialtyName: registration.requestedSpecialty.display ?? null,
    serviceType: registration.requestedService.code,
    destinationId: facets.acceptance?.destination.id ?? null,
    destinationName: facets.acceptance?.destination.name ?? null,
    referringOfficeId: registration.referringParty.id,
    patientId: registration.patientId,
    receivedAt: utc(registration.receivedAt),
    registeredAt,
    acceptedAt: facets.acceptance && utc(facets.acceptance.acceptedAt),
    acknowledgedAt,
    team: null,
    coordinatorId: null,
    coveringForId: null,
    completeness:
      facets.completeness.reachedAt !== null && facets.completeness.missing.length === 0 ? 'reached' : 'open',
    facets: facetsOf(referral, appointment),
    onHold: false,
    appointment,
    appointmentStartSort: appointment?.start ?? never,
    missedCount: facets.appointments.filter(({ status }) => status === 'missed').length,
    cancelledCount: facets.appointments.filter(({ status }) => status === 'cancelled').length,
    infoRequests,
    openInfoRequests: infoRequests.length,
    oldestInfoDueAt: infoRequests.map(({ dueAt }) => dueAt).sort()[0] ?? null,
    report: {
      dueAt: dueOf(clocks, 'K11'),
      receivedAt: facets.report && utc(facets.report.receivedAt),
      forwardedAt,
      acknowledgedAt: facets.report?.acknowledged ? utc(facets.report.acknowledged.at) : null,
    },
    openFollowUps: 0,
    validUntil: endOf(registration.validity.end),
    clocks,
    ...next,
    lastActivityAt: utc(event.occurredAt),
    readyToSchedule: isReady(referral),
    sensitive: registration.sensitivity,
    state: referral,
    attempts,
  };
};

const facetsOf = ({ facets }: RegisteredReferral, appointment: NextVisit | null): WorklistEntry['facets'] => {
  const { eligibility } = facets;
  const validThrough = eligibility.status === 'unknown' ? null : eligibility.validThrough;
  return {
    eligibility: eligibility.status,
    eligibilityValidThrough: validThrough,
    eligibilityEndsBeforeVisit:
      validThrough !== null &&
      appointment !== null &&
      validThrough < localDate(appointment.start, appointment.timeZone),
    authorization: facets.authorization,
    documents: { missingMandatory: facets.completeness.missing.length },
    interpreter: facets.interpreter,
  };
};

const nextVisit = ({ facets }: RegisteredReferral): NextVisit | null => {
  const visits = activeAppointments(facets.appointments).map(({ appointmentId, start, end, timeZone }) => ({
    id: appointmentId,
    start: utc(start),
    end: utc(end),
    timeZone,
  }));
  return visits.sort((left, right) => (left.start < right.start ? -1 : 1))[0] ?? null;
};

const openRequests = ({ facets }: RegisteredReferral, attempts: Remembered['attempts']): readonly OpenRequest[] =>
  facets.informationRequests
    .filter(({ open }) => open.length > 0)
    .map(({ requestId, dueAt, askedOf }) => ({
      id: requestId,
      dueAt: utc(dueAt),
      attempts: attempts[requestId] ?? 1,
      askedOf,
    }));

/** Consent and documents count as satisfied until they exist (S02). */
const isReady = ({ stage, facets }: RegisteredReferral): boolean =>
  stage === 'accepted' &&
  facets.eligibility.status === 'active' &&
  ['not_required', 'approved', 'partially_approved', 'modified'].includes(facets.authorization);

/** A validity that ends on a date ends with that day, here in UTC; the booking rule knows the zone of the visit. */
const endOf = (end: string | undefined): string | null => {
  if (end === undefined) return null;
  return end.length === 10 ? `${end}T23:59:59.999Z` : utc(end);
};
