import { afterEach, describe, expect, it } from '@jest/globals';
import type { DomainEvent, Projection } from '@referral/eventsourcing';
import { InMemoryModelStore } from '../memory/in-memory-model-store';
import { InMemoryLog } from '../testing/in-memory-log';
import { until } from '../testing/until';
import { ProjectionRunner } from './projection-runner';

type Sold = DomainEvent<'Sold', { readonly price: number }>;

interface Prices {
  readonly prices: readonly number[];
}

const sold = (price: number): Sold => ({ type: 'Sold', data: { price }, occurredAt: '2026-03-02T09:00:00.000Z' });

const running: ProjectionRunner[] = [];
let completions = 0;

/** What an account was sold, and what that comes to; a thirteen can be added to no sum. */
const sums: Projection<Sold, Prices & { readonly sum: number }, object, unknown, Prices> = {
  name: 'sums',
  version: 1,
  categories: ['account'],
  documentId: ({ streamId }) => streamId.slice('account-'.length),
  evolve: (kept, { data }) => ({ prices: [...(kept?.prices ?? []), data.price] }),
  complete: ({ prices }) => {
    completions += 1;
    if (prices.includes(13)) throw new Error('thirteen');
    return { prices, sum: prices.reduce((sum, price) => sum + price, 0) };
  },
  indexes: [],
};

const run = async (log: InMemoryLog, batchSize: number) => {
  const clock = () => Date.now();
  const store = new InMemoryModelStore(clock);
  const pace = { batchSize, lingerMs: 100, idleMs: 5 };
  const runner = new ProjectionRunner({ log, store, projections: [sums], clock, pace, requestsEveryMs: 5 });
  running.push(runner);
  runner.start();
  await until('everything is in the model', async () => (await runner.status()).current);
  return store;
};

describe('documents that are completed', () => {
  afterEach(async () => {
    completions = 0;
    await Promise.all(running.splice(0).map((runner) => runner.stop()));
  });

  it('are completed once for many events, and the same in any batches', async () => {
    const log = new InMemoryLog();
    for (let price = 101; price <= 200; price += 1) log.append('account-a', sold(price));
    for (const [batchSize, most] of [
      [200, 1],
      [10, 100],
    ] as const) {
      completions = 0;
      const store = await run(log, batchSize);
      expect(await store.get('sums@1', 't1', 'a')).toMatchObject({ sum: 15_050 });
      expect(completions).toBeLessThanOrEqual(most);
    }
  });

  it('hold up no other when they cannot be made: the event is parked that spoilt them', async () => {
    const log = new InMemoryLog();
    for (const [stream, price] of Object.entries({ a: 1, b: 2 })) log.append(`account-${stream}`, sold(price));
    log.append('account-a', sold(13));
    log.append('account-b', sold(3));
    log.append('account-a', sold(4));
    const store = await run(log, 10);
    expect(await store.get('sums@1', 't1', 'a')).toMatchObject({ prices: [1], sum: 1 });
    expect(await store.get('sums@1', 't1', 'b')).toMatchObject({ prices: [2, 3], sum: 5 });
    const parked = await store.parked('sums@1');
    expect(parked).toHaveLength(2);
    expect(parked[0]?.failure).toContain('thirteen');
  });
});
