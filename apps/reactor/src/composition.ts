import { randomBytes } from 'node:crypto';
import { aggregates } from '@referral/aggregates';
import { EventCodec, EventStoreDb, keyEncryptionKey, MongoPatientKeys } from '@referral/event-store';
import { payerProcesses, processAggregate, processes } from '@referral/processes';
import { type ModelStore, MongoModelStore, type ReadModels, StoredReadModels } from '@referral/read-models';
import type { Clock, Configuration, Logger, Started } from '@referral/runtime';
import { MongoClient } from 'mongodb';
import { StoredLooking } from './looking/stored-looking';
import { metricsOf } from './operations/metrics';
import { readinessOf } from './operations/readiness';
import { serveOperations } from './operations/server';
import { MongoPositions } from './positions';
import { Reactor } from './reactor';
import { payerDesk } from './payers/desk-of';
import { Dossiers } from './payers/dossiers';
import { HttpCommandSender } from './sending/http-command-sender';
import { snapshotOf } from './snapshot';
import { machineTime } from './time';

/** What the processes are about. */
const subjects = [...new Set(processes.map(({ subject }) => subject.category))];

/** Nobody gets a cursor from here, so that its key need not outlive the process. */
const readModelsIn = (models: ModelStore): ReadModels => new StoredReadModels(models, { cursorKey: randomBytes(32) });

/** Puts the reactor together on what the settings name, and starts it. */
export const compose = async (configuration: Configuration, now: Clock, log: Logger): Promise<Started> => {
  const { MONGODB_URL, MONGODB_DATABASE, DATA_DIR, PHI_KEK, HOST, REACTOR_PORT } = configuration;
  const mongo = new MongoClient(MONGODB_URL);
  const store = new EventStoreDb(configuration.EVENTSTORE_URL, {
    onInterruption: (error) => log.warn({ err: error }, 'EventStoreDB was interrupted'),
  });
  const keys = new MongoPatientKeys(mongo, keyEncryptionKey(PHI_KEK, DATA_DIR));
  const models = new MongoModelStore(mongo, MONGODB_DATABASE, () => Date.parse(now()));
  const codec = new EventCodec({ aggregates: [...aggregates, ...processes.map(processAggregate)], keys });
  const sender = new HttpCommandSender(configuration.API_URL);
  const asksPayers = configuration.PAYER_URL !== undefined;
  const reactor = new Reactor({
    store,
    codec,
    processes: asksPayers ? processes : processes.filter((process) => !payerProcesses.includes(process)),
    positions: new MongoPositions(mongo, MONGODB_DATABASE),
    sender,
    looking: new StoredLooking({ store, codec, readModels: readModelsIn(models), clock: now }),
    payers: payerDesk(configuration, new Dossiers(store, codec), sender, now),
    time: machineTime(now),
    snapshot: () => snapshotOf(models),
    settings: { closeAfterBusinessDays: configuration.CLOSE_AFTER_BUSINESS_DAYS },
    onTrouble: (message, error) => log.warn({ err: error }, message),
    soleWriter: configuration.SOLE_WRITER === '1',
  });
  const operations = await serveOperations({
    host: HOST,
    port: REACTOR_PORT,
    readiness: () => readinessOf(reactor, store, subjects),
    metrics: metricsOf(() => reactor.status()),
  });
  await reactor.start();
  return {
    url: operations.url,
    stop: async () => {
      await reactor.stop();
      await operations.stop();
      await store.close();
      await mongo.close();
    },
  };
};
