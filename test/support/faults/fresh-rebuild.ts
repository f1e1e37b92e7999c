import { aggregates } from '@referral/aggregates';
import { EventCodec, EventStoreDb, keyEncryptionKey, MongoPatientKeys, openLog } from '@referral/event-store';
import { processAggregate, processes } from '@referral/processes';
import { projections } from '@referral/projections';
import { MongoModelStore, ProjectionRunner } from '@referral/read-models';
import { MongoClient } from 'mongodb';
import { eventually } from '../eventually';
import type { System } from '../system';

/** Read models as text, by collection: equal when their documents are, whatever the order of fields. */
export type Dump = Readonly<Record<string, string>>;

/** Database that the system keeps its read models in. */
const LIVE = 'referral_ledger';

/** Where processes keep how far they have come: that tells of runs, like a checkpoint. */
const POSITIONS = 'process_positions';

/** The read models as the system keeps them, and as they become when the whole log is run through every projection again. */
export interface Compared {
  readonly live: Dump;
  readonly rebuilt: Dump;
}

/** Both of one log: where processes have added to it in the meantime, both are made again. `current` resolves when the system has caught up. */
export const liveAndRebuilt = async (system: System, current: () => Promise<unknown>): Promise<Compared> => {
  const mongo = new MongoClient(system.mongoUrl);
  const store = new EventStoreDb(system.eventStoreUrl);
  try {
    return await eventually('the log stands still', async () => {
      const head = await store.head();
      const database = `rebuilt_${String(Date.now())}`;
      await rebuild(system, mongo, database);
      await current();
      const compared = { live: await dump(mongo, LIVE), rebuilt: await dump(mongo, database) };
      return (await store.head())?.commit === head?.commit ? compared : undefined;
    });
  } finally {
    await store.close();
    await mongo.close();
  }
};

const rebuild = async (system: System, mongo: MongoClient, database: string): Promise<void> => {
  const store = new EventStoreDb(system.eventStoreUrl);
  const keys = new MongoPatientKeys(mongo, keyEncryptionKey(undefined, system.dataDirectory));
  const codec = new EventCodec({ aggregates: [...aggregates, ...processes.map(processAggregate)], keys });
  const models = new MongoModelStore(mongo, database, Date.now);
  const runner = new ProjectionRunner({ log: openLog(store, codec), store: models, projections, clock: Date.now });
  runner.start();
  await eventually('the rebuild is complete', async () => ((await runner.status()).current ? true : undefined), 60_000);
  await runner.stop();
  await store.close();
};

/** Every document and entry of a database of read models, and what was set aside; without checkpoints and requests, which tell of runs. */
const dump = async (mongo: MongoClient, database: string): Promise<Dump> => {
  const db = mongo.db(database);
  const names = (await db.listCollections().toArray()).map(({ name }) => name);
  const told = names.filter((name) => name !== POSITIONS && (!name.startsWith('_') || name === '_parked')).sort();
  const dumps = told.map(async (name) => {
    const documents = await db.collection(name).find().sort({ _id: 1 }).toArray();
    return [name, documents.map((document) => JSON.stringify(sorted(document))).join('\n')] as const;
  });
  return Object.fromEntries(await Promise.all(dumps));
};

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  const fields = Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1));
  return Object.fromEntries(fields.map(([name, inner]) => [name, sorted(inner)]));
};
