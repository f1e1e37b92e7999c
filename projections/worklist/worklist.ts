import type { Projection, RecordedEvent } from '@referral/eventsourcing';
import {
  initialState,
  offerOf,
  readyToSchedule,
  type ReferralEvent,
  type RegisteredReferral,
} from '@referral/referral';
import { publishedPolicies, type PublishedPolicies } from '@referral/sla-policy';
import { evolveOnce } from '../shared/evolve-once';
import { beginsReferral, knownReferral } from '../shared/known-referral';
import { endOf, utc } from '../shared/utc';
import { coordinationFields } from './coordination-fields';
import { authorizationOf, coverageFields } from './coverage-fields';
import { dueOf, nextDue } from './due-fields';
import { nextVisit, visitFields } from './next-visit';
import { packed } from './packed-offer';
import { queueKeysOf } from './queue-keys';
import { recordFields } from './record-fields';
import { registrationFields } from './registration-fields';
import { noClocks, type RunningClock, runOn } from './running-clocks';
import type { WorklistEntry, WorklistFacts } from './worklist-entry';

type Event = RecordedEvent<ReferralEvent>;

/** One document per referral, for all work queues. */
export const worklist: Projection<ReferralEvent, WorklistEntry, object, PublishedPolicies, WorklistFacts> = {
  name: 'worklist',
  version: 7,
  categories: ['referral', ...publishedPolicies.categories],
  knows: publishedPolicies,
  documentId: knownReferral,
  begins: beginsReferral,
  evolve: (before, event, published) => {
    const state = evolveOnce(before?.state ?? initialState, event);
    // A history without its first fact is of no referral.
    return state.stage === 'none' ? null : after(before, event, state, published);
  },
  complete: (kept, published) => entryOf(kept, published),
  // One index serves all queues: how it is read is said in the queue keys. The other one counts what points at a destination.
  indexes: [{ queueKeys: 1 }, { open: 1, destinationId: 1 }],
};

const after = (
  before: WorklistFacts | null,
  event: Event,
  state: RegisteredReferral,
  published: PublishedPolicies,
): WorklistFacts => {
  const acknowledges =
    event.type === 'TriageStarted' ||
    event.type === 'InformationRequested' ||
    (event.type === 'StatusUpdateGiven' && event.data.to.type === 'office');
  const forwarded = state.facets.report?.forwardedTo.length ?? 0;
  const { ledger, clocks } = runOn(before ?? noClocks, event, state, published);
  return {
    rev: Number(event.revision),
    registeredAt: (event.type !== 'ReferralReceived' && before?.registeredAt) || utc(event.metadata.recordedAt),
    acknowledgedAt: before?.acknowledgedAt ?? (acknowledges ? utc(event.occurredAt) : null),
    forwardedAt: forwarded === 0 ? null : (before?.forwardedAt ?? utc(event.occurredAt)),
    attempts:
      event.type === 'InformationRequested'
        ? { ...before?.attempts, [event.data.requestId]: event.data.attemptNo }
        : (before?.attempts ?? {}),
    ledger,
    clocks,
    lastActivityAt: activity(before, event),
    state,
  };
};

/** What a process or a timer records is no sign that somebody looks after the referral. */
const activity = (before: WorklistFacts | null, { metadata, occurredAt }: Event): string => {
  const at = utc(occurredAt);
  if (!before) return at;
  return metadata.actor.kind === 'system' || at < before.lastActivityAt ? before.lastActivityAt : at;
};

const entryOf = (kept: WorklistFacts, published: PublishedPolicies): WorklistEntry => {
  const { state, clocks, attempts, forwardedAt } = kept;
  const own = {
    report: reportOf(state, clocks, forwardedAt),
    readyToSchedule: readyToSchedule(state),
    offer: packed(offerOf(state)),
  };
  // Joined by assigning: spreading this many fields takes twenty times as long.
  const known = Object.assign({ ...soughtFirst }, nextDue(clocks), own, kept);
  const entry: WorklistEntry = Object.assign(
    Object.assign(known, registrationFields(state), coordinationFields(state, published)), // more at once are more than its types go to
    visitFields(state),
    recordFields(state, attempts),
    coverage(state),
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
    appealDecision: facets.coverageDecision?.ofDenial ? facets.coverageDecision.choice : null,
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
