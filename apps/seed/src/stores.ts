import { EventStoreDb, keyEncryptionKey, MongoPatientKeys } from '@referral/event-store';
import { type Configuration, findRunning, readConfiguration } from '@referral/runtime';
import { MongoClient } from 'mongodb';
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Stores } from './history';

/** How long MongoDB may take to be found, ms. */
const MONGO_WAIT_MS = 5_000;

/** Stores that are connected to, until they are let go of. */
export interface Connected {
  readonly stores: Stores;
  readonly close: () => Promise<void>;
}

/**
 * Connects to the stores that are named, else to those of the system that runs on DATA_DIR, else to embedded ones that are started on it.
 * Throws a ConfigurationError, or an Error when a store does not start.
 */
export const connected = async (environment: NodeJS.ProcessEnv, say: (line: string) => void): Promise<Connected> => {
  const { DATA_DIR } = readConfiguration(environment);
  const running = findRunning(resolve(DATA_DIR));
  const { EVENTSTORE_URL = running?.EVENTSTORE_URL, MONGODB_URL = running?.MONGODB_URL } = environment;
  const started: Started[] = [];
  const start = async (name: 'event-store' | 'mongo'): Promise<string> => {
    say(`Nothing runs on ${DATA_DIR}; starting its ${name} for as long as this takes.`);
    const store = await embedded(name, join(resolve(DATA_DIR), name));
    started.push(store);
    return store.url;
  };
  try {
    const urls = {
      EVENTSTORE_URL: EVENTSTORE_URL ?? (await start('event-store')),
      MONGODB_URL: MONGODB_URL ?? (await start('mongo')),
    };
    const { stores, close } = connectedTo(readConfiguration({ ...environment, ...urls }));
    return { stores, close: () => close().finally(() => stopped(started)) };
  } catch (error) {
    await stopped(started);
    throw error;
  }
};

const connectedTo = ({ EVENTSTORE_URL, MONGODB_URL, DATA_DIR, PHI_KEK }: Configuration): Connected => {
  const store = new EventStoreDb(EVENTSTORE_URL);
  const mongo = new MongoClient(MONGODB_URL, { serverSelectionTimeoutMS: MONGO_WAIT_MS });
  const keys = new MongoPatientKeys(mongo, keyEncryptionKey(PHI_KEK, DATA_DIR));
  return {
    stores: { store, keepKeys: (made) => keys.adopt(made) },
    close: async () => {
      await store.close();
      await mongo.close();
    },
  };
};

interface Started {
  readonly url: string;
  readonly child: ChildProcess;
}

/** Starts an embedded store in a process of its own, which ends with this one. */
const embedded = async (name: string, data: string): Promise<Started> => {
  mkdirSync(data, { recursive: true });
  const main = fileURLToPath(new URL(`../${name}/main.js`, import.meta.url));
  const child = spawn(process.execPath, ['--max-semi-space-size=64', main, '--port', '0', '--data', data], {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  if (!child.stdout) throw new TypeError('its output is not heard');
  for await (const line of createInterface(child.stdout)) {
    const url = /^ready (\S+)$/.exec(line)?.[1];
    if (url !== undefined) return { url, child };
  }
  throw new Error(`The ${name} of the data folder did not start.`);
};

const stopped = async (started: readonly Started[]): Promise<void> => {
  for (const { child } of started) {
    if (child.exitCode !== null || child.signalCode !== null) continue;
    const gone = new Promise((done) => child.once('exit', done));
    child.kill('SIGTERM');
    await gone;
  }
};
