import { status } from '@grpc/grpc-js';
import { afterEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { follower } from '../../testing/event-store.contract';
import { startMisbehavingServer, type MisbehavingServer, type ReadCall } from '../../testing/misbehaving-server';
import { sentCaughtUp, sentCheckpoint, sentConfirmation, sentEvent } from '../../testing/wire-messages';
import type { StoredMessage } from '../event-store';
import { EventStoreDb } from './event-store-db';

let server: MisbehavingServer;
let store: EventStoreDb;
let followed: ReturnType<typeof follower>;

afterEach(async () => {
  await followed.stop();
  await store.close();
  server.stop();
});

/** What a subscription does; each next one takes the next of these, and the last one for ever. */
type Act = (call: ReadCall) => void;

/** Follows `notes` on a server whose subscriptions act as told, and whose log ends as `backwards` writes it. */
const follow = async (acts: readonly Act[], backwards: Act = (call) => call.end()) => {
  const starts: (string | undefined)[] = [];
  server = await startMisbehavingServer({
    read: (call) => {
      const options = call.request.getOptions();
      if (!options?.hasSubscription()) {
        backwards(call);
        return;
      }
      starts.push(options.getAll()?.getPosition()?.getCommitPosition());
      call.write(sentConfirmation());
      acts[Math.min(starts.length, acts.length) - 1]?.(call);
    },
  });
  store = new EventStoreDb(server.url, { retryPause: 10, watchInterval: 50 });
  followed = follower(store, ['notes'], null);
  return starts;
};

/** Event number n stands at position n * 10 and is revision n of its stream. */
const tell =
  (...numbers: readonly number[]): Act =>
  (call) => {
    for (const n of numbers)
      call.write(sentEvent({ stream: 'notes-1', revision: n, position: n * 10, id: randomUUID(), data: `{"n":${n}}` }));
  };

const failWith =
  (code: status): Act =>
  (call) =>
    void setImmediate(() => call.emit('error', { code, details: 'dropped' }));

const both =
  (...acts: readonly Act[]): Act =>
  (call) => {
    for (const act of acts) act(call);
  };

const told = (messages: readonly StoredMessage[]): unknown[] =>
  messages.map((message) =>
    message.kind === 'event'
      ? (message.event.data as { n: number }).n
      : message.kind === 'progress'
        ? `progress ${message.position.commit}`
        : message.kind,
  );

const count = (n: number) => (messages: readonly StoredMessage[]) => messages.length >= n;

describe('Following the log', () => {
  it.each([
    ['is dropped as too slow', failWith(status.ABORTED)],
    ['fails', failWith(status.INTERNAL)],
    ['loses its server', failWith(status.UNAVAILABLE)],
    ['ends without an error', (call: ReadCall) => call.end()],
  ])('goes on behind the last event when the subscription %s', async (_, ending) => {
    const starts = await follow([both(tell(1, 2), ending), both(tell(3), ending), tell(4)]);
    expect(told(await followed.until(count(4)))).toEqual([1, 2, 3, 4]);
    expect(starts).toEqual([undefined, '20', '30']);
  });

  it('drops what it was told before', async () => {
    await follow([both(tell(1, 2), failWith(status.ABORTED)), tell(1, 2, 2, 3)]);
    expect(told(await followed.until(count(3)))).toEqual([1, 2, 3]);
  });

  it('subscribes again when the subscription is silent although the log went on', async () => {
    const starts = await follow([tell(1), tell(2)], (call) => {
      tell(2)(call);
      call.end();
    });
    expect(told(await followed.until(count(2)))).toEqual([1, 2]);
    expect(starts).toEqual([undefined, '10']);
  });

  it('learns from the end of the log itself how far there is nothing for it', async () => {
    await follow([tell(1)], (call) => {
      call.write(sentEvent({ stream: 'other-1', revision: 0, position: 90, id: randomUUID() }));
      tell(1)(call);
      call.end();
    });
    expect(told(await followed.until(count(2)))).toEqual([1, 'progress 90']);
  });

  it('reads again what a gap in a stream says is missing', async () => {
    const starts = await follow([tell(1, 3), tell(2, 3)]);
    expect(told(await followed.until(count(3)))).toEqual([1, 2, 3]);
    expect(starts).toEqual([undefined, '10']);
  });

  it('believes a gap that is still there the second time: those events were truncated', async () => {
    await follow([tell(1, 3), tell(3, 4)]);
    expect(told(await followed.until(count(3)))).toEqual([1, 3, 4]);
  });

  it('believes a checkpoint only when a later one follows it', async () => {
    // Servers have sent the position of an event that was still to come as a checkpoint.
    const starts = await follow([
      both((call) => call.write(sentCheckpoint(10)), failWith(status.ABORTED)),
      both((call) => call.write(sentCheckpoint(10)), tell(1)),
    ]);
    expect(told(await followed.until(count(1)))).toEqual([1]);
    expect(starts).toEqual([undefined, undefined]);
  });

  it('never goes back behind a checkpoint', async () => {
    await follow([
      (call) => {
        for (const position of [50, 70, 60, 80]) call.write(sentCheckpoint(position));
        tell(9)(call);
      },
    ]);
    expect(told(await followed.until((messages) => told(messages).includes(9)))).toEqual([
      'progress 50',
      'progress 60',
      9,
    ]);
  });

  it('tells events, checkpoints and "caught up" in the order in which the server sent them', async () => {
    await follow([
      (call) => {
        tell(1)(call);
        call.write(sentCheckpoint(15));
        call.write(sentCheckpoint(18));
        tell(2)(call);
        call.write(sentCaughtUp());
        tell(3)(call);
      },
    ]);
    expect(told(await followed.until(count(5)))).toEqual([1, 'progress 15', 2, 'caughtUp', 3]);
  });
});

describe('A slow follower', () => {
  it('holds the server back instead of keeping everything', async () => {
    let sent = 0;
    const large = 'x'.repeat(10_000);
    await follow([
      (call) => {
        const more = () => {
          while (sent < 5_000) {
            sent += 1;
            const event = { stream: 'notes-1', revision: sent, position: sent * 10, id: randomUUID() };
            if (!call.write(sentEvent({ ...event, data: JSON.stringify({ n: sent, large }) }))) {
              call.once('drain', more);
              return;
            }
          }
        };
        more();
      },
    ]);
    await followed.stop();
    const ended = new AbortController();
    sent = 0;
    for await (const message of store.follow({ after: null, categories: ['notes'], signal: ended.signal })) {
      if (message.kind !== 'event') continue;
      const before = -1;
      // Nothing is read while this waits for the server to stop sending.
      await untilSteady(() => sent, before);
      break;
    }
    ended.abort();
    expect(sent).toBeGreaterThan(0);
    expect(sent).toBeLessThan(4_000);
  });
});

/** Resolves when a number stays the same over ten turns of 20 ms. */
const untilSteady = async (read: () => number, before: number): Promise<void> => {
  let last = before;
  for (let same = 0; same < 10; same = read() === last ? same + 1 : 0) {
    last = read();
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
};
