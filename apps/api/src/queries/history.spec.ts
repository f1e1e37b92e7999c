import type { StoredEvent } from '@referral/event-store';
import type { RecordedEvent } from '@referral/eventsourcing';
import { describe, expect, it } from '@jest/globals';
import { eventsAt } from './history';
import type { Told } from './referral-stream';

/** An event of which only its place and its two times matter. */
const told = (revision: number, occurredAt: string, recordedAt: string): Told => ({
  stored: { revision: BigInt(revision) } as StoredEvent,
  event: { type: 'NoteAdded', data: {}, occurredAt, metadata: { recordedAt } } as unknown as RecordedEvent,
});

const revisions = (events: readonly Told[]): readonly number[] => events.map(({ stored }) => Number(stored.revision));

describe('a history as of an instant', () => {
  const first = told(0, '2026-03-01T09:00:00Z', '2026-03-01T09:00:00Z');
  const onTime = told(1, '2026-03-04T09:00:00Z', '2026-03-04T09:00:00Z');
  const late = told(2, '2026-03-02T08:00:00-05:00', '2026-03-05T10:00:00Z');
  const all = [first, onTime, late];

  it('is everything without an instant', () => {
    expect(revisions(eventsAt(all, 'recorded', undefined))).toEqual([0, 1, 2]);
  });

  it('is what was known then, by the time of recording', () => {
    expect(revisions(eventsAt(all, 'recorded', '2026-03-04T23:00:00Z'))).toEqual([0, 1]);
    expect(revisions(eventsAt(all, 'recorded', '2026-03-05T11:00:00+01:00'))).toEqual([0, 1, 2]);
  });

  it('is what is known now to have been so then, by the effective time and in its order', () => {
    expect(revisions(eventsAt(all, 'effective', '2026-03-03T00:00:00Z'))).toEqual([0, 2]);
    expect(revisions(eventsAt(all, 'effective', '2026-03-10T00:00:00Z'))).toEqual([0, 2, 1]);
  });

  it('leaves out nothing that cannot be opened, and places it by the store’s own time', () => {
    const unreadable: Told = {
      stored: { revision: 3n, created: new Date('2026-03-06T00:00:00Z') } as StoredEvent,
      event: null,
      reason: 'schema version 9 of NoteAdded is not known here',
    };
    expect(revisions(eventsAt([...all, unreadable], 'recorded', '2026-03-06T00:00:00Z'))).toEqual([0, 1, 2, 3]);
  });
});
