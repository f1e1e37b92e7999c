import type { Projection, RecordedEvent } from '@referral/eventsourcing';
import {
  type AppointmentScheduled,
  type CoverageAlternativesOffered,
  type DocumentAttached,
  type EligibilityVerified,
  initialState,
  type Referral,
  type ReferralAccepted,
  type ReferralEvent,
  type ReferralReceived,
} from '@referral/referral';
import { evolveOnce } from '../shared/evolve-once';
import { beginsReferral, knownReferral } from '../shared/known-referral';
import { utc } from '../shared/utc';
import { withoutPhi } from '../shared/without-phi';

/** One fact in the life of a referral, for its timeline. */
export interface TimelineItem {
  readonly eventId: string;
  readonly revision: number;
  readonly type: string;
  readonly occurredAt: string;
  readonly recordedAt: string;
  readonly actorId: string;
  readonly stage: string;
}

/** Everything about one referral that is not patient data: that is read from the log when a role may see it. */
export interface ReferralDetails {
  readonly referralId: string;
  /** Revision of its newest event: the ETag. */
  readonly rev: number;
  /** The referral as its history tells it: what it allows next is asked of this. */
  readonly state: Referral;
  readonly registeredAt: string;
  readonly lastActivityAt: string;
  readonly request: Partial<ReferralReceived['data']>;
  readonly acceptance: Partial<ReferralAccepted['data']> | null;
  readonly coverage: Partial<EligibilityVerified['data']> | null;
  /** Bookings as they were made, newest last; their present status is in `state`. */
  readonly bookings: readonly Partial<AppointmentScheduled['data']>[];
  /** Documents as they were attached, newest last; how their scan went and what was sent is in `state`. */
  readonly documents: readonly Partial<DocumentAttached['data']>[];
  /** What the patient was offered last in place of a covered service. */
  readonly coverageAlternatives: Partial<CoverageAlternativesOffered['data']> | null;
  /** Newest last, at most 200; all of it is in the history. */
  readonly timeline: readonly TimelineItem[];
}

type Event = RecordedEvent<ReferralEvent>;

const longestTimeline = 200;

/** One document per referral, for the page that shows it. */
export const referralDetails: Projection<ReferralEvent, ReferralDetails> = {
  name: 'referral-details',
  version: 6,
  categories: ['referral'],
  documentId: knownReferral,
  begins: beginsReferral,
  evolve: (document, event) => {
    if (document) return withFacts(document, event);
    return beginnings.includes(event.type) ? withFacts(begun(event), event) : null;
  },
  indexes: [{ 'state.registration.reference': 1 }, { 'state.registration.patientId': 1 }],
};

const beginnings: readonly ReferralEvent['type'][] = ['ReferralDrafted', 'ReferralReceived'];

const begun = (event: Event): ReferralDetails => ({
  referralId: event.streamId.slice('referral-'.length),
  rev: -1,
  state: initialState,
  registeredAt: utc(event.metadata.recordedAt),
  lastActivityAt: utc(event.occurredAt),
  request: {},
  acceptance: null,
  coverage: null,
  bookings: [],
  documents: [],
  coverageAlternatives: null,
  timeline: [],
});

const withFacts = (document: ReferralDetails, event: Event): ReferralDetails => {
  const state = evolveOnce(document.state, event);
  return {
    ...document,
    ...remembered(document, event),
    rev: Number(event.revision),
    state,
    lastActivityAt: utc(event.occurredAt),
    timeline: [...document.timeline.slice(1 - longestTimeline), itemOf(event, state.stage)],
  };
};

const remembered = (document: ReferralDetails, event: Event): Partial<ReferralDetails> => {
  if (event.type === 'ReferralReceived') return { request: withoutPhi<ReferralReceived>(event) };
  if (event.type === 'ReferralAccepted') return { acceptance: withoutPhi<ReferralAccepted>(event) };
  if (event.type === 'EligibilityVerified') return { coverage: withoutPhi<EligibilityVerified>(event) };
  if (event.type === 'AppointmentScheduled')
    return { bookings: [...document.bookings, withoutPhi<AppointmentScheduled>(event)] };
  if (event.type === 'DocumentAttached')
    return { documents: [...document.documents, withoutPhi<DocumentAttached>(event)] };
  if (event.type === 'CoverageAlternativesOffered')
    return { coverageAlternatives: withoutPhi<CoverageAlternativesOffered>(event) };
  return {};
};

const itemOf = ({ metadata, revision, type, occurredAt }: Event, stage: string): TimelineItem => ({
  eventId: metadata.eventId,
  revision: Number(revision),
  type,
  occurredAt: utc(occurredAt),
  recordedAt: utc(metadata.recordedAt),
  actorId: metadata.actor.userId,
  stage,
});
