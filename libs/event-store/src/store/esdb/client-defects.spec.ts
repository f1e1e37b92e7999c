import { status } from '@grpc/grpc-js';
import { afterEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { collect } from '../../testing/collect';
import { startMisbehavingServer, type Behaviour, type MisbehavingServer } from '../../testing/misbehaving-server';
import { idsIn, sentEvent, timedOut, written, wrongRevision } from '../../testing/wire-messages';
import { RevisionConflict, StoreUnavailable } from '../errors';
import { EventStoreDb } from './event-store-db';
import type { EventStoreDbSettings } from './settings';

const opened: { close: () => Promise<void> }[] = [];

afterEach(async () => {
  for (const { close } of opened.splice(0)) await close();
});

/** A store on a server that behaves as it is told; both end with the test. */
const storeOn = async (
  behaviour: Behaviour,
  settings: Partial<EventStoreDbSettings> = {},
): Promise<{ store: EventStoreDb; server: MisbehavingServer }> => {
  const server = await startMisbehavingServer(behaviour);
  const store = new EventStoreDb(server.url, { retryPause: 20, ...settings });
  opened.push({
    close: async () => {
      await store.close();
      server.stop();
    },
  });
  return { store, server };
};

const noted = () => ({ id: randomUUID(), type: 'Noted', data: { text: 'a' }, metadata: {} });

describe('An append', () => {
  it('whose answer is lost is made again with the same ids and the same expected revision', async () => {
    const requests: unknown[] = [];
    const { store, server } = await storeOn(
      {
        append: (request, call) => {
          requests.push([idsIn(request), request.getOptions()?.getStreamPosition()]);
          if (requests.length > 1) call.write(written(request, 8, 80));
        },
      },
      { appendTimeout: 200 },
    );
    const event = noted();
    expect(await store.append('notes-1', [event], 7n)).toEqual({
      revision: 8n,
      position: { commit: 80n, prepare: 80n },
    });
    expect(requests).toEqual([
      [[event.id], '7'],
      [[event.id], '7'],
    ]);
    expect(server.calls.append).toBe(2);
  });

  it('that the server timed out is made again, and a conflict then is a conflict', async () => {
    const { store, server } = await storeOn({
      append: (request, call) =>
        void call.write(server.calls.append === 1 ? timedOut(request) : wrongRevision(request, 41)),
    });
    const conflict = store.append('notes-1', [noted()], 7n);
    await expect(conflict).rejects.toBeInstanceOf(RevisionConflict);
    // The client itself would have said 1 here, had it been told not to throw.
    await expect(conflict).rejects.toMatchObject({ actual: 41n });
    expect(server.calls.append).toBe(2);
  });

  it('is given up after three attempts, with an outcome that nobody knows', async () => {
    const { store, server } = await storeOn({ append: () => undefined }, { appendTimeout: 100 });
    await expect(store.append('notes-1', [noted()], 7n)).rejects.toBeInstanceOf(StoreUnavailable);
    expect(server.calls.append).toBe(3);
  });

  it('survives that the stream of another client of this process fails, and the late answer to it', async () => {
    // It fails less often than the other one tries, however their attempts fall.
    const failing = await storeOn(
      { append: (_, call) => void call.emit('error', { code: status.INTERNAL, details: 'broken' }) },
      { attempts: 2 },
    );
    let late: (() => void) | null = null;
    const healthy = await storeOn({
      append: (request, call) => {
        const answer = () => void call.write(written(request, 0, 10));
        if (late) answer();
        else late = answer;
      },
    });
    const append = healthy.store.append('notes-1', [noted()], 'no_stream');
    await expect(failing.store.append('notes-2', [noted()], 'no_stream')).rejects.toBeInstanceOf(StoreUnavailable);
    (late as (() => void) | null)?.();
    expect(await append).toMatchObject({ revision: 0n });
    // The late answer wedged the stream that it came over, if that is still in use.
    expect(await healthy.store.append('notes-3', [noted()], 'no_stream')).toMatchObject({ revision: 0n });
    // Two for the first, one for the second, and one more when another failure of the neighbour fell into the time of an attempt.
    expect([3, 4]).toContain(healthy.server.calls.append);
  });

  it('is not refused for ever because the server could not tell its capabilities once', async () => {
    let asked = 0;
    const { store, server } = await storeOn({
      append: (request, call) => void call.write(written(request, 0, 10)),
    });
    server.behave({
      features: (answer) => {
        asked += 1;
        answer({ code: status.INTERNAL, details: 'not now' });
      },
    });
    await expect(store.append('notes-1', [noted()], 'no_stream')).rejects.toBeInstanceOf(StoreUnavailable);
    server.behave({ append: (request, call) => void call.write(written(request, 0, 10)) });
    expect(await store.append('notes-1', [noted()], 'no_stream')).toMatchObject({ revision: 0n });
    expect(asked).toBe(3);
  });

  it('goes over one shared stream, and gives the server so much time that clocks may differ', async () => {
    const deadlines: number[] = [];
    const { store, server } = await storeOn({
      append: (request, call) => {
        deadlines.push((request.getOptions()?.getDeadline()?.getSeconds() ?? 0) * 1000);
        call.write(written(request, 0, 10));
      },
    });
    await Promise.all([1, 2, 3].map((n) => store.append(`notes-${n}`, [noted()], 'no_stream')));
    expect(server.calls).toMatchObject({ features: 1, append: 3 });
    for (const deadline of deadlines) expect(deadline).toBeGreaterThan(Date.now() + 30_000);
  });

  it('reaches a server that was started again', async () => {
    const behaviour: Behaviour = { append: (request, call) => void call.write(written(request, 0, 10)) };
    const { store, server } = await storeOn(behaviour, { attempts: 1 });
    await store.append('notes-1', [noted()], 'no_stream');
    server.stop();
    await expect(store.append('notes-2', [noted()], 'no_stream')).rejects.toBeInstanceOf(StoreUnavailable);
    const again = await startMisbehavingServer(behaviour, server.port);
    opened.push({ close: async () => await Promise.resolve().then(again.stop) });
    const untilItWorks = async (): Promise<unknown> =>
      store.append('notes-3', [noted()], 'no_stream').catch(untilItWorks);
    expect(await untilItWorks()).toMatchObject({ revision: 0n });
  });
});

describe('A read', () => {
  it('of a silent server ends', async () => {
    const { store, server } = await storeOn({ read: () => undefined }, { readTimeout: 100 });
    await expect(collect(store.readStream('notes-1'))).rejects.toBeInstanceOf(StoreUnavailable);
    expect(server.calls.read).toBe(3);
  });

  it('that breaks goes on behind the last event that came', async () => {
    const from: (string | undefined)[] = [];
    const { store } = await storeOn({
      read: (call) => {
        from.push(call.request.getOptions()?.getStream()?.getRevision());
        const revision = from.length - 1;
        call.write(sentEvent({ stream: 'notes-1', revision, position: revision, id: randomUUID() }));
        if (from.length < 3) call.emit('error', { code: status.INTERNAL, details: 'broken' });
        else call.end();
      },
    });
    const events = await collect(store.readStream('notes-1'));
    expect(events.map(({ revision }) => revision)).toEqual([0n, 1n, 2n]);
    expect(from).toEqual(['0', '1', '2']);
  });

  it('does not time out while its reader is slow', async () => {
    const { store } = await storeOn(
      {
        read: (call) => {
          for (const revision of [0, 1])
            call.write(sentEvent({ stream: 'notes-1', revision, position: revision, id: randomUUID() }));
          call.end();
        },
      },
      { readTimeout: 50 },
    );
    let read = 0;
    for await (const event of store.readStream('notes-1')) {
      read += event.revision >= 0n ? 1 : 0;
      await new Promise((resolve) => setTimeout(resolve, 150)); // the slow reader is the condition, nothing is waited for
    }
    expect(read).toBe(2);
  });

  it('gives what is not JSON as a text, for the reader to judge', async () => {
    const { store } = await storeOn({
      read: (call) => {
        call.write(sentEvent({ stream: 'notes-1', revision: 0, position: 1, id: randomUUID(), data: '{"text":' }));
        call.end();
      },
    });
    expect(await collect(store.readStream('notes-1'))).toMatchObject([{ data: '{"text":' }]);
  });
});
