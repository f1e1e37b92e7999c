import 'reflect-metadata';
import { aggregates } from '@referral/aggregates';
import { EventCodec, EventStoreDb, openLog } from '@referral/event-store';
import { processAggregate, processes } from '@referral/processes';
import { projections } from '@referral/projections';
import { MongoModelStore, ProjectionRunner } from '@referral/read-models';
import { clock, logger, readConfiguration, runProcess } from '@referral/runtime';
import { MongoClient } from 'mongodb';

const log = logger('projector', process.env['LOG_LEVEL'] ?? 'info');

await runProcess(log, () => {
  const configuration = readConfiguration(process.env);
  const { EVENTSTORE_URL, MONGODB_URL, MONGODB_DATABASE, CLOCK_NOW } = configuration;
  const mongo = new MongoClient(MONGODB_URL);
  const store = new EventStoreDb(EVENTSTORE_URL, {
    onInterruption: (error) => log.warn({ err: error }, 'following the log was interrupted'),
  });
  // No read model holds patient data, so nothing is decrypted for them, and no key has to be had.
  const codec = new EventCodec({ aggregates: [...aggregates, ...processes.map(processAggregate)], keys: null });
  const now = clock(CLOCK_NOW);
  const milliseconds = () => Date.parse(now());
  const onTrouble = (message: string, error: unknown) => log.warn({ err: error }, message);
  const runner = new ProjectionRunner({
    log: openLog(store, codec, onTrouble),
    store: new MongoModelStore(mongo, MONGODB_DATABASE, milliseconds),
    projections,
    clock: milliseconds,
    onTrouble,
  });
  runner.start();
  return Promise.resolve({
    url: '-',
    stop: async () => {
      await runner.stop();
      await store.close();
      await mongo.close();
    },
  });
});
