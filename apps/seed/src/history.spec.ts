import {
  InMemoryEventStore,
  type EventToStore,
  type ExpectedRevision,
  type OwnedKey,
  verifyLog,
} from '@referral/event-store';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { seedHistory, type Watching } from './history';

const options = { referrals: 12, seed: 7, from: '2025-05-01' };

/** Seeds a store and tells what is there then. */
const seeded = async (
  store = new InMemoryEventStore(),
  told: Partial<typeof options> = {},
  watching: Watching = {},
) => {
  const kept: OwnedKey[] = [];
  const keepKeys = (made: readonly OwnedKey[]) => {
    kept.push(...made);
    return Promise.resolve();
  };
  const result = await seedHistory({ ...options, ...told }, { store, keepKeys }, watching);
  return { ...result, store, kept };
};

describe('A seeded history', () => {
  let one: Awaited<ReturnType<typeof seeded>>;
  beforeAll(async () => {
    one = await seeded();
  });

  it('is the same to the byte each time, and intact', async () => {
    const again = await seeded();
    expect(again.digest).toBe(one.digest);
    const { intact, digest, events, streams } = await verifyLog(one.store);
    expect({ intact, digest, events, streams }).toEqual({
      intact: true,
      digest: one.digest,
      events: one.events,
      streams: one.streams,
    });
    expect(one).toMatchObject({ written: one.events });
    expect(again.kept.map(({ key }) => key.id)).toEqual(one.kept.map(({ key }) => key.id));
  });

  it('is another one for another seed', async () => {
    expect((await seeded(undefined, { seed: 8 })).digest).not.toBe(one.digest);
  });

  it('goes on where it was interrupted, and ends as if it had not been', async () => {
    const { digest, events } = one;
    const store = new InMemoryEventStore();
    const stop = new AbortController();
    const onProgress = ({ done }: { readonly done: number }) => {
      if (done > 0.5) stop.abort(new Error('enough'));
    };
    await expect(seeded(store, {}, { signal: stop.signal, onProgress })).rejects.toThrow('enough');
    const { events: there } = await verifyLog(store);
    expect(there).toBeGreaterThan(events / 10);
    expect(there).toBeLessThan(events);
    expect(await seeded(store)).toMatchObject({ digest, events, written: events - there });
    expect(await verifyLog(store)).toMatchObject({ intact: true, digest, events });
    expect(await seeded(store)).toMatchObject({ digest, written: 0 });
  });

  it('goes on when the store fails in the middle of a day', async () => {
    const store = new FailingStore(200);
    await expect(seeded(store)).rejects.toThrow('no more');
    expect(await seeded(store)).toMatchObject({ digest: one.digest });
  });

  it('is written in the order of the virtual clock but for a day', async () => {
    let latest = 0;
    for await (const { streamId, metadata } of one.store.readAll()) {
      if (streamId.startsWith('sequence-')) continue;
      const at = Date.parse((metadata as { readonly recordedAt: string }).recordedAt);
      expect(latest - at).toBeLessThan(86_400_000);
      latest = Math.max(latest, at);
    }
  });

  it('does not mix with another history of the same name', async () => {
    const other = new InMemoryEventStore();
    for await (const { streamId, id, type, data, metadata } of one.store.readAll())
      if (streamId.startsWith('patient-'))
        await other.append(
          streamId,
          [{ id, type, data, metadata: { ...(metadata as object), hash: 'f'.repeat(64) } }],
          'any',
        );
    await expect(seeded(other)).rejects.toThrow('has another history');
  });
});

/** A store that takes so many appends, fails once, and then takes all. */
class FailingStore extends InMemoryEventStore {
  constructor(private left: number) {
    super();
  }

  override append(streamId: string, events: readonly EventToStore[], expected: ExpectedRevision) {
    this.left -= 1;
    return this.left === 0 ? Promise.reject(new Error('no more')) : super.append(streamId, events, expected);
  }
}
