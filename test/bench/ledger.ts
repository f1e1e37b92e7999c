import { createSecretKey, randomBytes, randomUUID } from 'node:crypto';
import { EventStoreDBClient } from '@eventstore/db-client';
import { CommandRunner, EventCodec, EventStoreDb, MongoPatientKeys } from '@referral/event-store';
import { referralAggregate } from '@referral/referral';
import { MongoClient } from 'mongodb';
import type { Stores } from './stores';

/** The write side in this process, on stores in others: the same parts as the API is made of. */
export interface Ledger {
  readonly store: EventStoreDb;
  /** The official client, with nothing of ours around it. */
  readonly raw: EventStoreDBClient;
  readonly codec: EventCodec;
  readonly mongo: MongoClient;
  /** A runner that remembers nothing of what was written before; it believes that nobody else writes, as in `npm start`. */
  readonly runner: () => CommandRunner;
  readonly close: () => Promise<void>;
}

/** Connects; the patients' keys are in a database of their own. */
export const openLedger = (stores: Stores): Ledger => {
  const store = new EventStoreDb(stores.eventStoreUrl);
  const raw = EventStoreDBClient.connectionString(stores.eventStoreUrl);
  const mongo = new MongoClient(stores.mongoUrl);
  const keys = new MongoPatientKeys(mongo, createSecretKey(randomBytes(32)), `bench-keys-${randomUUID()}`);
  const codec = new EventCodec({ aggregates: [referralAggregate], keys });
  return {
    store,
    raw,
    codec,
    mongo,
    runner: () => new CommandRunner({ store, codec, soleWriter: true }),
    close: async () => {
      await store.close();
      await raw.dispose();
      await mongo.close();
    },
  };
};
