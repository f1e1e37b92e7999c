import {
  EventStore,
  type Appended,
  type EventToStore,
  type ExpectedRevision,
  type StoredEvent,
} from '@referral/event-store';
import type { LogPosition } from '@referral/eventsourcing';

/** Events of one stream that follow each other. */
export interface Batch {
  readonly streamId: string;
  /** Of the first of them. */
  readonly revision: bigint;
  readonly events: readonly EventToStore[];
}

/** Where a stream stands. */
export interface Head {
  readonly revision: bigint;
  readonly hash: string;
}

const nowhere: LogPosition = { commit: 0n, prepare: 0n };

/**
 * What is decided waits here until it is written, all of a stream together. It is a store in which every stream is new, for a runner that
 * keeps all its streams in memory: nothing is ever read back, and no two runners share a stream.
 */
export class Spool extends EventStore {
  /** Ends of all streams, whether written already or not. */
  readonly heads = new Map<string, Head>();
  /** Events of all streams. */
  events = 0;
  private waiting = new Map<string, { readonly revision: bigint; readonly events: EventToStore[] }>();

  append(streamId: string, events: readonly EventToStore[], expected: ExpectedRevision): Promise<Appended> {
    const first = typeof expected === 'bigint' ? expected + 1n : 0n;
    if (first !== (this.heads.get(streamId)?.revision ?? -1n) + 1n)
      throw new TypeError(`two histories tell of ${streamId}`);
    const batch = this.waiting.get(streamId) ?? { revision: first, events: [] };
    batch.events.push(...events);
    this.events += events.length;
    this.waiting.set(streamId, batch);
    const revision = first + BigInt(events.length) - 1n;
    this.heads.set(streamId, { revision, hash: hashOf(events.at(-1)) });
    return Promise.resolve({ revision, position: nowhere });
  }

  /** What waits, in the order in which the streams were first written to, and no longer waits. */
  take(): readonly Batch[] {
    const batches = Array.from(this.waiting, ([streamId, batch]): Batch => ({ streamId, ...batch }));
    this.waiting = new Map();
    return batches;
  }

  readStream(): AsyncIterable<StoredEvent> {
    return none();
  }

  readAll(): AsyncIterable<StoredEvent> {
    return none();
  }

  follow(): AsyncIterable<never> {
    return none();
  }

  head(): Promise<LogPosition | null> {
    return Promise.resolve(null);
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}

/** The hash in an event's envelope. */
export const hashOf = (event: Pick<EventToStore, 'metadata'> | undefined): string =>
  (event?.metadata as { readonly hash?: string } | undefined)?.hash ?? '';

async function* none(): AsyncGenerator<never> {
  await Promise.resolve();
}
