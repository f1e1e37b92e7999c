import type { Projection, RecordedEvent } from '@referral/eventsourcing';
import { evolve, initialState, readyToSchedule, type ReferralEvent, type RegisteredReferral } from '@referral/referral';
import { publishedPolicies, type PublishedPolicies } from '@referral/sla-policy';
import { beginsReferral, knownReferral } from '../shared/known-referral';
import { endOf, utc } from '../shared/utc';
import { coordinationFields } from './coordination-fields';
import { authorizationOf, coverageFields } from './coverage-fields';
import { dueOf, nextDue } from './due-fields';
import { nextVisit, visitFields } from './next-visit';
import { queueKeysOf } from './queue-keys';
import { recordFields } from './record-fields';
import { registrationFields } from './registration-fields';
import { type Clocks, noClocks, type RunningClock, runOn } from './running-clocks';
import type { WorklistEntry } from './worklist-entry';

type Event = RecordedEvent<ReferralEvent>;

/** One document per referral, for all work queues. */
export const worklist: Projection<ReferralEvent, WorklistEntry, object, PublishedPolicies> = {
  name: 'worklist',
  version: 5,
  categories: ['referral', ...publishedPolicies.categories],
  knows: publishedPolicies,
  documentId: knownReferral,
  begins: beginsReferral,
  evolve: (document, event, published) => {
    const referral = evolve(document?.state ?? initialState, event);
    // A history without its first fact is of no referral.
    if (referral.stage === 'none') return null;
    return entryOf(referral, event, remember(document, event, referral, published), published);
  },
  // One index serves all queues: how it is read is said in the queue keys.
  indexes: [{ queueKeys: 1 }],
};

/** What queues need and the folded referral does not hold. */
interface Remembered extends Clocks {
  readonly registeredAt: string;
  readonly acknowledgedAt: string | null;
  readonly forwardedAt: string | null;
  readonly attempts: Readonly<Record<string, number>>;
  readonly lastActivityAt: string;
}

const remember = (
  document: WorklistEntry | null,
  event: Event,
  referral: RegisteredReferral,
  published: PublishedPolicies,
): Remembered => {
  const acknowledges =
    event.type === 'TriageStarted' ||
    event.type === 'InformationRequested' ||
    (event.type === 'StatusUpdateGiven' && event.data.to.type === 'office');
  const forwarded = referral.facets.report?.forwardedTo.length ?? 0;
  const { ledger, clocks } = runOn(document ?? noClocks, event, referral, published);
  return {
    registeredAt: (event.type !== 'ReferralReceived' && document?.registeredAt) || utc(event.metadata.recordedAt),
    acknowledgedAt: document?.acknowledgedAt ?? (acknowledges ? utc(event.occurredAt) : null),
    forwardedAt: forwarded === 0 ? null : (document?.report.forwardedAt ?? utc(event.occurredAt)),
    attempts:
      event.type === 'InformationRequested'
        ? { ...document?.attempts, [event.data.requestId]: event.data.attemptNo }
        : (document?.attempts ?? {}),
    ledger,
    clocks,
    lastActivityAt: activity(document, event),
  };
};

/** What a process or a timer records is no sign that somebody looks after the referral. */
const activity = (document: WorklistEntry | null, { metadata, occurredAt }: Event): string => {
  const at = utc(occurredAt);
  if (!document) return at;
  return metadata.actor.kind === 'system' || at < document.lastActivityAt ? document.lastActivityAt : at;
};

const entryOf = (
  referral: RegisteredReferral,
  event: Event,
  remembered: Remembered,
  published: PublishedPolicies,
): WorklistEntry => {
  const { clocks, ledger, attempts, acknowledgedAt, registeredAt, forwardedAt, lastActivityAt } = remembered;
  const own = {
    rev: Number(event.revision),
    registeredAt,
    acknowledgedAt,
    report: reportOf(referral, clocks, forwardedAt),
    clocks,
    ledger,
    lastActivityAt,
    readyToSchedule: readyToSchedule(referral),
    state: referral,
    attempts,
  };
  // Joined by assigning: spreading this many fields takes twenty times as long, and every event of every referral comes by here.
  const known = Object.assign({ ...soughtFirst }, nextDue(clocks), own, registrationFields(referral));
  const entry: WorklistEntry = Object.assign(
    Object.assign(known, coordinationFields(referral, published)), // five at once are more than its types go to
    visitFields(referral),
    recordFields(referral, attempts),
    coverage(referral),
  );
  return Object.assign(entry, { queueKeys: queueKeysOf(entry) });
};

/** The places of what queues ask for and sort by most: the embedded store looks for fields from the beginning of a document. */
const soughtFirst = {
  queueKeys: [],
  urgencyRank: 0,
  nextDueSort: '',
  receivedAt: '',
  lastActivityAt: '',
  patientWaitsSince: '',
  escalationLevel: 0,
  stageSince: '',
  validUntil: null,
  clocks: [],
};

const coverage = (referral: RegisteredReferral) => {
  const { facets } = referral;
  return {
    facets: Object.assign(coverageFields(referral, nextVisit(referral)), {
      documents: {
        missingMandatory: facets.completeness.missing.length,
        unverified: facets.completeness.items.filter(({ status }) => status === 'received').length,
      },
      consent: facets.consent,
      interpreter: facets.interpreter,
    }),
    auth: authorizationOf(referral),
    authEndsAt: endOf(facets.authorizations.at(-1)?.validity?.end),
    patientDecision: facets.coverageDecision?.choice ?? null,
  };
};

const reportOf = (
  { facets, cycle }: RegisteredReferral,
  clocks: readonly RunningClock[],
  forwardedAt: string | null,
): WorklistEntry['report'] => ({
  dueAt: dueOf(clocks, 'K11'),
  requests: facets.reportRequests.filter((request) => request.cycle === cycle).length,
  receivedAt: facets.report && utc(facets.report.receivedAt),
  forwardedAt,
  acknowledgedAt: facets.report?.acknowledged ? utc(facets.report.acknowledged.at) : null,
});
