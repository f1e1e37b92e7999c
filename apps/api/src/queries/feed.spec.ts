import 'reflect-metadata';
import { getEventListeners } from 'node:events';
import { InMemoryModelStore } from '@referral/read-models';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { clientOf } from '../testing/client';
import { receiveBody } from '../testing/receive-body';
import { systemInMemory } from '../testing/system-in-memory';
import { Feed } from './feed';

/** A store of read models that counts how often somebody asks for the whole status. */
class WatchedModels extends InMemoryModelStore {
  looks = 0;

  override parkedCounts() {
    this.looks += 1;
    return super.parkedCounts();
  }
}

const HEARTBEAT_MS = 60;

describe('a stream of the feed', () => {
  let models: WatchedModels;
  let system: Awaited<ReturnType<typeof systemInMemory>>;
  let feed: Feed;
  let left: AbortController;

  beforeEach(async () => {
    models = new WatchedModels(Date.now);
    system = await systemInMemory({ models });
    feed = new Feed(system.parts.readModels, HEARTBEAT_MS);
    left = new AbortController();
  });
  afterEach(async () => {
    left.abort();
    await system.stop();
  });

  const publish = async () => {
    const { status } = await clientOf(system.app).post('/referrals', receiveBody());
    expect(status).toBe(201);
  };
  const follow = () => feed.follow({ tenantId: 'default' }, '', left.signal);

  it('gives a sign of life also while events pass that its filter holds back', async () => {
    // Longer than from one event to the next, so that the store is never still for so long.
    const patient = new Feed(system.parts.readModels, 500);
    const only = { tenantId: 'default', types: ['referral.closed.v1'] };
    const sign = patient.follow(only, '', left.signal).next();
    const given = { sign: false };
    void sign.then(() => (given.sign = true));
    for (let published = 0; !given.sign && published < 500; published += 1) await publish();
    expect(given.sign).toBe(true);
    expect(await sign).toEqual({ done: false, value: null });
  });

  it('listens once for its reader to leave, however long it goes on', async () => {
    const stream = follow();
    for (let sign = 0; sign < 5; sign += 1) expect((await stream.next()).value).toBeNull();
    const next = stream.next();
    expect(getEventListeners(left.signal, 'abort')).toHaveLength(1);
    left.abort();
    expect(await next).toEqual({ done: true, value: undefined });
  });

  it('shares its looks at the feed with all others', async () => {
    await publish();
    const before = models.looks;
    const streams = Array.from({ length: 50 }, () =>
      feed.follow({ tenantId: 'default' }, '', new AbortController().signal),
    );
    const first = await Promise.all(streams.map((stream) => stream.next()));
    expect(new Set(first.map(({ value }) => value?.type))).toEqual(new Set(['referral.received.v1']));
    expect(models.looks - before).toBeLessThan(25);
  });
});
