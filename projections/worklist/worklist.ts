import type { Projection, RecordedEvent } from '@referral/eventsourcing';
import {
  evolve,
  initialState,
  isTerminal,
  readyToSchedule,
  type ReferralEvent,
  type RegisteredReferral,
} from '@referral/referral';
import { urgencyRank } from '@referral/values';
import { beginsReferral, knownReferral } from '../shared/known-referral';
import { endOf, never, utc } from '../shared/utc';
import { registered } from './clock-rules';
import { coordinationFields } from './coordination-fields';
import { authorizationOf, coverageFields } from './coverage-fields';
import { dueOf, nextDue } from './due-fields';
import { nextVisit } from './next-visit';
import { queueKeysOf } from './queue-keys';
import { type RunningClock, runOn, urgencyOf } from './running-clocks';
import type { OpenRequest, WorklistEntry } from './worklist-entry';

type Event = RecordedEvent<ReferralEvent>;

/** One document per referral, for all work queues. */
export const worklist: Projection<ReferralEvent, WorklistEntry> = {
  name: 'worklist',
  version: 4,
  categories: ['referral'],
  documentId: knownReferral,
  begins: beginsReferral,
  evolve: (document, event) => {
    const referral = registered(evolve(document?.state ?? initialState, event));
    return referral && entryOf(referral, event, remember(document, event, referral));
  },
  // One index serves all queues: how it is read is said in the queue keys.
  indexes: [{ queueKeys: 1 }],
};

/** What queues need and the folded referral does not hold. */
interface Remembered {
  readonly registeredAt: string;
  readonly acknowledgedAt: string | null;
  readonly forwardedAt: string | null;
  readonly attempts: Readonly<Record<string, number>>;
  readonly clocks: readonly RunningClock[];
  readonly lastActivityAt: string;
}

const remember = (document: WorklistEntry | null, event: Event, referral: RegisteredReferral): Remembered => {
  const acknowledges =
    event.type === 'TriageStarted' ||
    event.type === 'InformationRequested' ||
    (event.type === 'StatusUpdateGiven' && event.data.to.type === 'office');
  const forwarded = referral.facets.report?.forwardedTo.length ?? 0;
  return {
    registeredAt: (event.type !== 'ReferralReceived' && document?.registeredAt) || utc(event.metadata.recordedAt),
    acknowledgedAt: document?.acknowledgedAt ?? (acknowledges ? utc(event.occurredAt) : null),
    forwardedAt: forwarded === 0 ? null : (document?.report.forwardedAt ?? utc(event.occurredAt)),
    attempts:
      event.type === 'InformationRequested'
        ? { ...document?.attempts, [event.data.requestId]: event.data.attemptNo }
        : (document?.attempts ?? {}),
    clocks: runOn(document?.clocks ?? [], event, referral),
    lastActivityAt: activity(document, event),
  };
};

/** What a process or a timer records is no sign that somebody looks after the referral. */
const activity = (document: WorklistEntry | null, { metadata, occurredAt }: Event): string => {
  const at = utc(occurredAt);
  if (!document) return at;
  return metadata.actor.kind === 'system' || at < document.lastActivityAt ? document.lastActivityAt : at;
};

const entryOf = (referral: RegisteredReferral, event: Event, remembered: Remembered): WorklistEntry => {
  const { registration, facets, stage, cycle } = referral;
  const { clocks, attempts, acknowledgedAt, registeredAt, forwardedAt, lastActivityAt } = remembered;
  const appointment = nextVisit(referral);
  const infoRequests = openRequests(referral, attempts);
  const next = nextDue(clocks);
  const urgency = urgencyOf(referral);
  const entry: Omit<WorklistEntry, 'queueKeys'> = {
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
    destinationStatus:
      facets.destinations.find(({ destinationId }) => destinationId === facets.acceptance?.destination.id)?.status ??
      null,
    referringOfficeId: registration.referringParty.id,
    patientId: registration.patientId,
    receivedAt: utc(registration.receivedAt),
    registeredAt,
    acceptedAt: facets.acceptance && utc(facets.acceptance.acceptedAt),
    acknowledgedAt,
    ...coordinationFields(referral),
    completeness:
      facets.completeness.reachedAt !== null && facets.completeness.missing.length === 0 ? 'reached' : 'open',
    facets: {
      ...coverageFields(referral, appointment),
      documents: {
        missingMandatory: facets.completeness.missing.length,
        unverified: facets.completeness.items.filter(({ status }) => status === 'received').length,
      },
      consent: facets.consent,
      interpreter: facets.interpreter,
    },
    appointment,
    appointmentStartSort: appointment?.start ?? never,
    missedCount: facets.appointments.filter(({ status }) => status === 'missed').length,
    cancelledCount: facets.appointments.filter(({ status }) => status === 'cancelled').length,
    auth: authorizationOf(referral),
    authEndsAt: endOf(facets.authorizations.at(-1)?.validity?.end),
    patientDecision: facets.coverageDecision?.choice ?? null,
    transmission: transmissionOf(referral),
    packageTransmitted: facets.transmissions.some(({ status }) => status === 'transmitted'),
    infoRequests,
    openInfoRequests: infoRequests.length,
    oldestInfoDueAt: infoRequests.map(({ dueAt }) => dueAt).sort()[0] ?? null,
    report: {
      dueAt: dueOf(clocks, 'K11'),
      requests: facets.reportRequests.filter((request) => request.cycle === cycle).length,
      receivedAt: facets.report && utc(facets.report.receivedAt),
      forwardedAt,
      acknowledgedAt: facets.report?.acknowledged ? utc(facets.report.acknowledged.at) : null,
    },
    validUntil: endOf(registration.validity.end),
    clocks,
    ...next,
    lastActivityAt,
    readyToSchedule: readyToSchedule(referral),
    sensitive: registration.sensitivity,
    state: referral,
    attempts,
  };
  return { ...entry, queueKeys: queueKeysOf(entry) };
};

const transmissionOf = ({ facets }: RegisteredReferral): WorklistEntry['transmission'] => {
  const newest = facets.transmissions.at(-1);
  if (!newest) return null;
  const { status, sentAt, deliveredAt } = newest;
  return { lastStatus: status, sentAt: sentAt && utc(sentAt), confirmedAt: deliveredAt && utc(deliveredAt) };
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
