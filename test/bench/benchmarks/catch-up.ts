import { createHash, randomUUID } from 'node:crypto';
import { everything } from '@referral/conditions';
import { EventCodec, openLog } from '@referral/event-store';
import { projections } from '@referral/projections';
import { MongoModelStore, ProjectionRunner, type RunnerOptions } from '@referral/read-models';
import { referralAggregate } from '@referral/referral';
import canonicalize from 'canonicalize';
import { eventually } from '../../support/eventually';
import type { Benchmark, Check } from '../benchmark';
import { openLedger, type Ledger } from '../ledger';
import { rawRead } from '../raw-read';
import { seed } from '../seed';
import { startStores } from '../stores';

/** Referrals with 20 events each, all open at the same time; so many events of one come in a row. */
const referrals = 2_000;
const spell = 4;

/** Builds all read models from a long log, against reading the same log and doing nothing with it. */
export const catchUp: Benchmark = {
  name: 'catch-up',
  summary: 'All read models from a log of 40,000 events, against reading that log.',
  run: async () => {
    const stores = await startStores();
    const ledger = openLedger(stores);
    try {
      await seed(ledger, 0, referrals, spell);
      await read(ledger);
      const before = await read(ledger);
      const first = await build(ledger);
      const after = await read(ledger);
      const second = await build(ledger, { batchSize: 700 });
      const peer = { name: 'raw read of the same events', figure: (before.perSecond + after.perSecond) / 2 };
      const figure = (before.events / first.ms) * 1_000;
      return {
        rows: [
          { name: 'catch-up, all read models', figure, unit: '/s', peer, beside: `${String(before.events)} events` },
        ],
        checks: [await seenOnce(first.store, before.events), await equal(first.store, second.store)],
      };
    } finally {
      await ledger.close();
      await stores.stop();
    }
  },
};

const read = ({ raw }: Ledger) => rawRead(raw, (streamId) => streamId.startsWith('referral-'));

interface Build {
  readonly ms: number;
  readonly store: MongoModelStore;
}

/** Builds every read model from nothing in a database of its own; the time is from the start until all of them have everything. */
const build = async ({ store, mongo }: Ledger, pace: RunnerOptions['pace'] = {}): Promise<Build> => {
  const clock = () => Date.now();
  const codec = new EventCodec({ aggregates: [referralAggregate], keys: null });
  const models = new MongoModelStore(mongo, `bench-${randomUUID()}`, clock);
  const runner = new ProjectionRunner({
    log: openLog(store, codec),
    store: models,
    projections,
    clock,
    onTrouble: (message, error) => console.error(message, error),
    pace,
  });
  const startedAt = performance.now();
  runner.start();
  await eventually('every read model is current', async () => (await runner.status()).current || undefined, 300_000);
  const ms = performance.now() - startedAt;
  await runner.stop();
  return { ms, store: models };
};

/** The seeded log is of referrals alone: a model of other streams has nothing to see. */
const followsReferrals = (model: string): boolean =>
  projections.some(({ name, categories }) => categories.includes('referral') && model.startsWith(`${name}@`));

const seenOnce = async (store: MongoModelStore, events: number): Promise<Check> => {
  const checkpoints = await store.checkpoints();
  const wrong = checkpoints.filter(
    (checkpoint) => checkpoint.events !== (followsReferrals(checkpoint.model) ? events : 0),
  );
  const parked = await store.parked();
  return {
    name: 'catch-up: every model has seen every event once, and none is parked',
    violations: wrong.length + projections.length - checkpoints.length + parked.length,
  };
};

const equal = async (first: MongoModelStore, second: MongoModelStore): Promise<Check> => {
  const [ours, theirs] = [await digests(first), await digests(second)];
  const different = [...ours].filter(([model, digest]) => theirs.get(model) !== digest);
  return {
    name: 'catch-up: a second build in other batches gives equal documents',
    violations: different.length,
  };
};

/** SHA-256 of all rows of each model. */
const digests = async (store: MongoModelStore): Promise<ReadonlyMap<string, string>> => {
  const found = new Map<string, string>();
  for (const model of (await store.aliases()).values()) {
    const hash = createHash('sha256');
    for (const part of ['documents', 'entries'] as const)
      for await (const row of store.scan({ model, part, filter: everything })) hash.update(canonicalize(row) ?? '');
    found.set(model, hash.digest('hex'));
  }
  return found;
};
