import type { Projection, RecordedEvent } from '@referral/eventsourcing';
import type { ReferralEvent } from '@referral/referral';
import { beginsReferral, knownReferral } from '../shared/known-referral';
import { utc } from '../shared/utc';
import { type FeedState, remember, startOf } from './feed-state';
import type { FeedEntry } from './integration-event';
import { type PublicFact, publicEvents } from './public-events';

type Event = RecordedEvent<ReferralEvent>;

/** Public events of referrals, each numbered within its referral without gap; they are the entries. */
export const feed: Projection<ReferralEvent, FeedState, FeedEntry> = {
  name: 'feed',
  version: 3,
  categories: ['referral'],
  documentId: knownReferral,
  begins: beginsReferral,
  evolve: (document, event) => {
    if (!document && event.type !== 'ReferralReceived') return null;
    const state = remember(document ?? startOf(event), event);
    return publicEvents[event.type] ? { ...state, sequence: state.sequence + 1 } : state;
  },
  entry: (document, event) => {
    const fact = factOf(document, event);
    return fact && entryOf(document, event, fact);
  },
  indexes: [],
  entryIndexes: [
    { type: 1, _position: 1 },
    { category: 1, _position: 1 },
  ],
};

/** The table has, under each type, the function that takes that type's data: the compiler cannot follow the lookup. */
const factOf = (state: FeedState, event: Event): PublicFact | null => {
  const publish = publicEvents[event.type] as ((data: object, state: FeedState, id: string) => PublicFact) | null;
  return publish && publish(event.data, state, referralIdOf(event));
};

const entryOf = ({ sequence }: FeedState, event: Event, { type, data }: PublicFact): FeedEntry => ({
  id: event.metadata.eventId,
  type,
  category: type.slice(0, type.indexOf('.')),
  source: '/referral-ledger',
  subject: `referral/${referralIdOf(event)}`,
  time: utc(event.occurredAt),
  recordedTime: utc(event.metadata.recordedAt),
  sequence,
  correlationId: event.metadata.correlationId,
  causationId: event.metadata.causationId,
  detailUrl: `/api/v1/referrals/${referralIdOf(event)}`,
  dataschema: `urn:referral-ledger:schema:${type}`,
  privacy: { level: 'limited' },
  data,
});

const referralIdOf = ({ streamId }: Event): string => streamId.slice('referral-'.length);
