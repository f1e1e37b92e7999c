import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { LogPosition } from '@referral/eventsourcing';
import { randomUUID } from 'node:crypto';
import { RevisionConflict } from '../store/errors';
import type { EventStore, EventToStore, StoredEvent, StoredMessage } from '../store/event-store';
import { comparePositions } from '../store/position';
import { collect } from './collect';

/** Starts the store under test and says how to end it. */
export type StartStore = () => Promise<{ readonly store: EventStore; readonly stop: () => Promise<void> }>;

/** What every EventStore promises; categories are drawn anew for each run, so the store may hold other events. */
export const eventStoreContract = (name: string, start: StartStore): void => {
  describe(`${name} as an event store`, () => {
    let store: EventStore;
    let stop: () => Promise<void>;

    beforeAll(async () => {
      ({ store, stop } = await start());
    });
    afterAll(async () => await stop());

    describe('appending', () => {
      it('numbers the events of a stream from 0 and tells where the last one stands', async () => {
        const stream = aStream();
        const first = await store.append(stream, [noted('a'), noted('b')], 'no_stream');
        const second = await store.append(stream, [noted('c')], 1n);
        expect([first.revision, second.revision]).toEqual([1n, 2n]);
        const events = await collect(store.readStream(stream));
        expect(events.map((event) => event.revision)).toEqual([0n, 1n, 2n]);
        expect(events[1]?.position).toEqual(first.position);
        expect(events[2]?.position).toEqual(second.position);
      });

      it('gives back what was written', async () => {
        const stream = aStream();
        const event = {
          ...noted('a'),
          data: { text: 'ä€𝄞', list: [1, null, { deep: true }] },
          metadata: { tenantId: 't' },
        };
        await store.append(stream, [event], 'any');
        const [stored] = await collect(store.readStream(stream));
        expect(stored).toMatchObject({ ...event, streamId: stream });
        expect(stored?.created).toBeInstanceOf(Date);
      });

      it('refuses a wrong expectation, tells where the stream ends, and writes nothing', async () => {
        const stream = aStream();
        await expect(store.append(stream, [noted('x')], 3n)).rejects.toMatchObject({ actual: null });
        await store.append(stream, [noted('a')], 'no_stream');
        const wrong = store.append(stream, [noted('b')], 'no_stream');
        await expect(wrong).rejects.toBeInstanceOf(RevisionConflict);
        await expect(wrong).rejects.toMatchObject({ streamId: stream, actual: 0n });
        expect(await collect(store.readStream(stream))).toHaveLength(1);
      });

      it.each(['no_stream', 'any'] as const)(
        'answers the same append under %s as before and writes nothing',
        async (expected) => {
          const stream = aStream();
          const events = [noted('a'), noted('b')];
          const first = await store.append(stream, events, expected);
          await store.append(stream, [noted('c')], 1n);
          expect(await store.append(stream, events, expected)).toEqual(first);
          expect(await collect(store.readStream(stream))).toHaveLength(3);
        },
      );

      it('answers the same append at the same revision as before, also when others wrote since', async () => {
        const stream = aStream();
        await store.append(stream, [noted('a')], 'no_stream');
        const again = noted('b');
        const first = await store.append(stream, [again], 0n);
        await store.append(stream, [noted('c')], 1n);
        expect(await store.append(stream, [again], 0n)).toEqual(first);
      });

      it('lets one of 64 concurrent writers win each revision', async () => {
        const stream = aStream();
        const writers = Array.from({ length: 64 }, (_, index) => climb(store, stream, `writer ${index}`));
        const won = await Promise.all(writers);
        expect([...won].sort((a, b) => a - b)).toEqual(Array.from({ length: 64 }, (_, index) => index));
        expect(await collect(store.readStream(stream))).toHaveLength(64);
      });
    });

    describe('reading', () => {
      it('finds nothing in a stream that is missing', async () => {
        expect(await collect(store.readStream(aStream()))).toEqual([]);
      });

      it('reads a stream from a place, in both directions, up to a count', async () => {
        const stream = aStream();
        await store.append(stream, ['a', 'b', 'c', 'd'].map(noted), 'no_stream');
        const texts = async (options: Parameters<EventStore['readStream']>[1]) =>
          textsOf(await collect(store.readStream(stream, options)));
        expect(await texts({ from: 2n })).toEqual(['c', 'd']);
        expect(await texts({ from: 1n, max: 2 })).toEqual(['b', 'c']);
        expect(await texts({ direction: 'backwards', max: 1 })).toEqual(['d']);
        expect(await texts({ direction: 'backwards', from: 1n })).toEqual(['b', 'a']);
        expect(await texts({ from: 9n })).toEqual([]);
      });

      it('reads the whole log behind a position, of some categories, in both directions', async () => {
        const [left, right] = [aStream(), aStream()];
        await store.append(left, [noted('a')], 'any');
        const { position } = await store.append(right, [noted('b')], 'any');
        await store.append(left, [noted('c'), noted('d')], 'any');
        const categories = [categoryIn(left), categoryIn(right)];
        const texts = async (options: Parameters<EventStore['readAll']>[0]) =>
          textsOf(await collect(store.readAll({ categories, ...options })));
        expect(await texts({})).toEqual(['a', 'b', 'c', 'd']);
        expect(await texts({ after: position })).toEqual(['c', 'd']);
        expect(await texts({ after: position, max: 1 })).toEqual(['c']);
        expect(await texts({ categories: [categoryIn(left)] })).toEqual(['a', 'c', 'd']);
        expect(await texts({ direction: 'backwards', max: 2 })).toEqual(['d', 'c']);
        expect(await texts({ direction: 'backwards', after: position })).toEqual(['a']);
      });

      it('knows where the log ends', async () => {
        const { position } = await store.append(aStream(), [noted('a')], 'any');
        expect(await store.head()).toEqual(position);
      });
    });

    describe('following', () => {
      it('tells what was there, that it caught up, and then what comes', async () => {
        const stream = aStream();
        await store.append(stream, ['a', 'b'].map(noted), 'any');
        const followed = follower(store, [categoryIn(stream)], null);
        await followed.until((messages) => messages.some(({ kind }) => kind === 'caughtUp'));
        await store.append(stream, [noted('c')], 1n);
        const messages = await followed.until((told) => eventsIn(told).length === 3);
        await followed.stop();
        expect(textsOf(eventsIn(messages))).toEqual(['a', 'b', 'c']);
        const kinds = messages.map(({ kind }) => kind).filter((kind) => kind !== 'progress');
        expect(kinds).toEqual(['event', 'event', 'caughtUp', 'event']);
      });

      it('starts behind the position that it is given', async () => {
        const stream = aStream();
        const { position } = await store.append(stream, [noted('a')], 'any');
        await store.append(stream, [noted('b')], 'any');
        const followed = follower(store, [categoryIn(stream)], position);
        const messages = await followed.until((told) => eventsIn(told).length === 1);
        await followed.stop();
        expect(textsOf(eventsIn(messages))).toEqual(['b']);
      });

      it('tells progress past events that do not concern the follower, and never goes backwards', async () => {
        const [concerning, other] = [aStream(), aStream()];
        await store.append(concerning, [noted('a')], 'any');
        const followed = follower(store, [categoryIn(concerning)], null);
        await followed.until((told) => eventsIn(told).length === 1);
        const { position } = await store.append(other, [noted('x')], 'any');
        const messages = await followed.until((told) => furthest(told, position));
        await followed.stop();
        const places = messages.flatMap((message) => positionOf(message) ?? []);
        expect([...places].sort(comparePositions)).toEqual(places);
        expect(textsOf(eventsIn(messages))).toEqual(['a']);
      });
    });
  });
};

/** One event with one word in it. */
const noted = (text: string): EventToStore => ({ id: randomUUID(), type: 'Noted', data: { text }, metadata: {} });

const aStream = (): string => `c${randomUUID().replaceAll('-', '')}-1`;

const categoryIn = (stream: string): string => stream.slice(0, stream.indexOf('-'));

const textsOf = (events: readonly StoredEvent[]): unknown[] =>
  events.map((event) => (event.data as { text: string }).text);

const eventsIn = (messages: readonly StoredMessage[]): StoredEvent[] =>
  messages.flatMap((message) => (message.kind === 'event' ? [message.event] : []));

const positionOf = (message: StoredMessage): LogPosition | undefined =>
  message.kind === 'event' ? message.event.position : message.kind === 'progress' ? message.position : undefined;

const furthest = (messages: readonly StoredMessage[], position: LogPosition): boolean =>
  messages.some((message) => {
    const place = positionOf(message);
    return place !== undefined && comparePositions(place, position) >= 0;
  });

/** Appends at the revision that the last refusal told, until it wins one; resolves to the revision won. */
const climb = async (store: EventStore, stream: string, text: string): Promise<number> => {
  const event = noted(text);
  let actual: bigint | null = null;
  for (;;) {
    try {
      return Number((await store.append(stream, [event], actual ?? 'no_stream')).revision);
    } catch (error) {
      if (!(error instanceof RevisionConflict)) throw error;
      actual = error.actual;
    }
  }
};

/** Follows in the background and lets a test wait for what was told. */
export const follower = (store: EventStore, categories: readonly string[], after: LogPosition | null) => {
  const ended = new AbortController();
  const messages: StoredMessage[] = [];
  let heard: () => void = () => undefined;
  const listening = (async () => {
    for await (const message of store.follow({ after, categories, signal: ended.signal })) {
      messages.push(message);
      heard();
    }
  })();
  return {
    messages,
    /** Resolves with everything told so far as soon as the condition holds. */
    until: async (condition: (messages: readonly StoredMessage[]) => boolean): Promise<readonly StoredMessage[]> => {
      while (!condition(messages))
        await Promise.race([
          new Promise<void>((resolve) => (heard = resolve)),
          listening.then(() => Promise.reject(new Error('the follower ended'))),
        ]);
      return messages;
    },
    stop: async (): Promise<void> => {
      ended.abort();
      await listening;
    },
  };
};
