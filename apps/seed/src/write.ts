import { type EventStore, RevisionConflict } from '@referral/event-store';
import { type Batch, hashOf, type Head } from './spool';

/** Appends under way at once. */
const WIDTH = 32;

/** A stream of the history is in the store and says something else. */
export class Diverged extends Error {
  constructor(streamId: string, why: string) {
    super(
      `${streamId} is in the store and ${why}. Seed a store that no other version has seeded with these arguments, with nobody at work on it (REACTOR=0).`,
    );
    this.name = 'Diverged';
  }
}

/** Where every stream of a store stands. Reads the whole log. */
export const headsIn = async (store: EventStore): Promise<ReadonlyMap<string, Head>> => {
  const heads = new Map<string, Head>();
  for await (const event of store.readAll())
    heads.set(event.streamId, { revision: event.revision, hash: hashOf(event) });
  return heads;
};

/**
 * Writes what is not in the store yet, many streams at a time. Answers how many events that were. Throws Diverged, StoreUnavailable and
 * AppendRefused.
 */
export const write = async (
  store: EventStore,
  batches: readonly Batch[],
  there: ReadonlyMap<string, Head>,
): Promise<number> => {
  const missing = batches.flatMap((batch) => rest(batch, there.get(batch.streamId)));
  let next = 0;
  const lane = async (): Promise<void> => {
    for (let batch = missing[next++]; batch; batch = missing[next++]) await appended(store, batch);
  };
  await Promise.all(Array.from({ length: WIDTH }, lane));
  return missing.reduce((sum, { events }) => sum + events.length, 0);
};

/** The part of a batch that comes after what is there; an event that is in both must be the same. */
const rest = (batch: Batch, head: Head | undefined): readonly Batch[] => {
  if (!head || head.revision < batch.revision) return [batch];
  const known = Number(head.revision - batch.revision);
  const same = batch.events[known];
  if (same && hashOf(same) !== head.hash) throw new Diverged(batch.streamId, 'has another history');
  const events = batch.events.slice(known + 1);
  return events.length === 0 ? [] : [{ ...batch, revision: head.revision + 1n, events }];
};

const appended = async (store: EventStore, { streamId, revision, events }: Batch): Promise<void> => {
  try {
    await store.append(streamId, events, revision === 0n ? 'no_stream' : revision - 1n);
  } catch (error) {
    if (error instanceof RevisionConflict) throw new Diverged(streamId, 'went on meanwhile');
    throw error;
  }
};
