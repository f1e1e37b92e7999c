import { aggregates } from '@referral/aggregates';
import {
  AccessLog,
  CommandRunner,
  EventCodec,
  EventStoreDb,
  keptSecret,
  keyEncryptionKey,
  MongoPatientKeys,
  SequenceNumbers,
  UniqueNames,
} from '@referral/event-store';
import { MongoModelStore, StoredReadModels } from '@referral/read-models';
import type { Clock, Configuration, Logger } from '@referral/runtime';
import { MongoClient } from 'mongodb';
import type { Parts } from './parts';

/** How long a request waits for MongoDB before it answers 503. */
const MONGO_WAIT_MS = 5_000;

/** Puts the API together on the stores that the settings name. */
export const compose = (configuration: Configuration, clock: Clock, log: Logger): Parts => {
  const { EVENTSTORE_URL, MONGODB_URL, MONGODB_DATABASE, DATA_DIR, PHI_KEK, CURSOR_SECRET, SOLE_WRITER } =
    configuration;
  const store = new EventStoreDb(EVENTSTORE_URL, {
    onInterruption: (error) => log.warn({ err: error }, 'EventStoreDB was interrupted'),
  });
  const mongo = new MongoClient(MONGODB_URL, { serverSelectionTimeoutMS: MONGO_WAIT_MS });
  const keys = new MongoPatientKeys(mongo, keyEncryptionKey(PHI_KEK, DATA_DIR));
  const codec = new EventCodec({ aggregates, keys });
  const cursorKey = CURSOR_SECRET === undefined ? keptSecret(DATA_DIR, 'cursor-secret') : Buffer.from(CURSOR_SECRET);
  return {
    configuration,
    clock,
    log,
    store,
    codec,
    runner: new CommandRunner({ store, codec, soleWriter: SOLE_WRITER === '1' }),
    uniqueNames: new UniqueNames(store),
    sequenceNumbers: new SequenceNumbers(store),
    accessLog: new AccessLog(store),
    readModels: new StoredReadModels(new MongoModelStore(mongo, MONGODB_DATABASE, () => Date.parse(clock())), {
      cursorKey,
    }),
    close: async () => {
      await store.close();
      await mongo.close();
    },
  };
};
