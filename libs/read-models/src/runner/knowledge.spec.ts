import { afterEach, describe, expect, it } from '@jest/globals';
import type { DomainEvent, Projection } from '@referral/eventsourcing';
import { InMemoryModelStore } from '../memory/in-memory-model-store';
import { dump } from '../testing/dump';
import { InMemoryLog } from '../testing/in-memory-log';
import { until } from '../testing/until';
import { ask } from './ask';
import { ProjectionRunner } from './projection-runner';

const occurredAt = '2026-03-02T09:00:00.000Z';
const sold = (refused = false): DomainEvent => ({ type: 'Sold', data: { refused }, occurredAt });
const priceSet = (price: number): DomainEvent => ({ type: 'PriceSet', data: { price }, occurredAt });

const clock = () => Date.now();
const running: ProjectionRunner[] = [];
let refuses = true;

/** The prices at which an account was sold to. */
const sales: Projection<
  DomainEvent<'Sold', { readonly refused: boolean }>,
  { readonly paid: readonly number[] },
  object,
  number
> = {
  name: 'sales',
  version: 1,
  categories: ['account', 'price'],
  documentId: ({ streamId }) => (streamId.startsWith('account-') ? streamId.slice('account-'.length) : null),
  knows: {
    categories: ['price'],
    initial: 0,
    learn: (_, { data }) => ('price' in data ? Number(data.price) : 0),
  },
  evolve: (document, { data }, price) => {
    if (data.refused && refuses) throw new Error('refused');
    return { paid: [...(document?.paid ?? []), price] };
  },
  indexes: [],
};

const run = async (log: InMemoryLog, store: InMemoryModelStore, batchSize = 10) => {
  const pace = { batchSize, lingerMs: 1, idleMs: 5 };
  const runner = new ProjectionRunner({ log, store, projections: [sales], clock, pace, requestsEveryMs: 5 });
  running.push(runner);
  runner.start();
  await until('everything is in the model', async () => (await runner.status()).current);
  return runner;
};

const paid = async (store: InMemoryModelStore, id: string) => (await store.get('sales@1', 't1', id))?.['paid'];

describe('what a projection knows beside its documents', () => {
  afterEach(async () => {
    refuses = true;
    await Promise.all(running.splice(0).map((runner) => runner.stop()));
  });

  const log = (): InMemoryLog => {
    const told = new InMemoryLog();
    told.append('account-1', sold());
    told.append('price-1', priceSet(5));
    told.append('price-1', priceSet(9), 't2');
    told.append('account-1', sold());
    told.append('price-1', priceSet(7));
    told.append('account-1', sold());
    return told;
  };

  it('is what its tenant was told before each event, however the events are batched', async () => {
    const dumps = new Set<string>();
    for (const batchSize of [1, 2, 10]) {
      const store = new InMemoryModelStore(clock);
      await run(log(), store, batchSize);
      expect(await paid(store, '1')).toEqual([0, 5, 7]);
      dumps.add(await dump(store, 'sales@1'));
    }
    expect(dumps.size).toBe(1);
  });

  it('is known again after a restart, and no more than was told', async () => {
    const store = new InMemoryModelStore(clock);
    const told = log();
    await (await run(told, store)).stop();
    told.append('account-2', sold());
    told.append('price-1', priceSet(8));
    told.append('account-2', sold());
    await run(told, store);
    expect(await paid(store, '2')).toEqual([7, 8]);
  });

  it('is for an event that is taken in late what it would have been in time', async () => {
    const store = new InMemoryModelStore(clock);
    const told = log();
    told.append('account-3', sold(true));
    told.append('price-1', priceSet(8));
    told.append('account-3', sold());
    await run(told, store);
    expect(await paid(store, '3')).toBeUndefined();
    refuses = false;
    await ask(store, clock, {
      kind: 'retry',
      target: 'sales@1',
      documentId: '3',
      requestedBy: 'ana',
      reason: 'mended',
    });
    await until('it is taken in', async () => (await store.parked()).length === 0);
    expect(await paid(store, '3')).toEqual([7, 8]);
  });
});
