import { START, streamNameFilter, type AllStreamSubscription, type EventStoreDBClient } from '@eventstore/db-client';
import type { LogPosition } from '@referral/eventsourcing';
import { prefixesOf } from '../category';
import type { StoredEvent } from '../event-store';
import { drainWhenLeft } from './drain';
import { toStoredEvent, type Resolved } from './stored-event';

/** What a subscription says, in the order in which the server said it. */
export type Heard =
  | { readonly kind: 'event'; readonly event: StoredEvent }
  /** The server says that it looked this far. */
  | { readonly kind: 'checkpoint'; readonly position: LogPosition }
  /** The watchdog looked for itself, and there was nothing more up to here. */
  | { readonly kind: 'verified'; readonly position: LogPosition }
  | { readonly kind: 'caughtUp' };

/**
 * One subscription of the client to `$all`, filtered by stream prefix on the server. The client tells checkpoints and "caught up" beside
 * the events; here they are pushed into the same buffer, so that they keep their place and the buffer's back-pressure holds for all.
 */
export class Subscription {
  /** How many messages came out. */
  heard = 0;
  /** True while the follower waits for the next message. */
  idle = false;
  private readonly stream: AllStreamSubscription;

  constructor(client: EventStoreDBClient, categories: readonly string[], after: LogPosition | null) {
    const stream = client.subscribeToAll({
      fromPosition: after ?? START,
      filter: streamNameFilter({
        prefixes: prefixesOf(categories),
        checkpointReached: (_, position) => void stream.push({ kind: 'checkpoint', position } satisfies Heard),
      }),
    });
    stream.on('caughtUp', () => stream.push({ kind: 'caughtUp' } satisfies Heard));
    // Failures come out of the iteration; one that comes after its end must not end the process.
    stream.on('error', () => undefined);
    drainWhenLeft(stream);
    this.stream = stream;
  }

  /** Ends with an error when the subscription was dropped, failed or was ended by `fail`. */
  async *[Symbol.asyncIterator](): AsyncGenerator<Heard> {
    try {
      this.idle = true;
      for await (const message of this.stream as AsyncIterable<Heard | Resolved>) {
        const heard = 'kind' in message ? message : eventIn(message);
        if (!heard) continue;
        this.heard += 1;
        this.idle = false;
        yield heard;
        this.idle = true;
      }
    } finally {
      this.stream.destroy();
      void this.stream.unsubscribe().catch(() => undefined);
    }
    throw new Error('the server ended the subscription');
  }

  /** Says what the watchdog found out, behind all that has come. */
  say(message: Heard): void {
    if (!this.stream.destroyed) this.stream.push(message);
  }

  /** Ends it. */
  fail(error: Error): void {
    this.stream.destroy(error);
  }
}

const eventIn = (resolved: Resolved): Heard | undefined => {
  const event = toStoredEvent(resolved);
  return event && { kind: 'event', event };
};
