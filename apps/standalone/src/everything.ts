import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import {
  announceRunning,
  type Configuration,
  type Logger,
  retractRunning,
  type Running,
  type Started,
} from '@referral/runtime';
import { type Supervised, supervise } from './supervised';

/** What the whole system is started with. */
export interface Everything {
  readonly environment: NodeJS.ProcessEnv;
  readonly configuration: Configuration;
  /** Absolute path of DATA_DIR. */
  readonly dataDirectory: string;
  readonly log: Logger;
}

/**
 * Starts the system on this machine: an embedded store for each connection string that is absent, the projector, the API and the reactor, each in
 * a process of its own that is started again when it ends. Resolves when the API is ready, with what stops everything in order.
 */
export const startEverything = async (everything: Everything): Promise<Started> => {
  const { environment, dataDirectory, log } = everything;
  const startedAt = performance.now();
  mkdirSync(dataDirectory, { recursive: true });
  const running: Supervised[] = [];
  const run = (name: string, args: (announced: string | null) => readonly string[], more: NodeJS.ProcessEnv = {}) => {
    const supervised = supervise({ name, args, environment: { ...environment, ...more } }, log);
    running.unshift(supervised);
    return supervised.ready;
  };
  const stop = async () => {
    retractRunning(dataDirectory, process.pid);
    // A Ctrl-C reaches all processes at once, so none may be started again while the others are being stopped.
    for (const supervised of running) supervised.release();
    for (const supervised of running) await supervised.stop();
  };
  const store = (name: string, told: string | undefined) =>
    told ?? run(name, (announced) => storeArguments(join(dataDirectory, name), announced));
  try {
    const [EVENTSTORE_URL, MONGODB_URL] = await Promise.all([
      store('event-store', environment['EVENTSTORE_URL']),
      store('mongo', environment['MONGODB_URL']),
    ]);
    const urls = {
      EVENTSTORE_URL,
      MONGODB_URL,
      DATA_DIR: dataDirectory,
      // The embedded node belongs to this system alone, and no two of its processes write to the same streams.
      ...(environment['EVENTSTORE_URL'] === undefined ? { SOLE_WRITER: '1' } : {}),
    };
    const api = run('api', () => [], urls);
    const reactor = async () => run('reactor', () => [], { ...urls, API_URL: await apiUrl(everything, api) });
    const processes = everything.configuration.REACTOR === '0' ? [] : [reactor()];
    const [url] = await Promise.all([api, run('projector', () => [], urls), ...processes]);
    const system = { url, EVENTSTORE_URL, MONGODB_URL, pid: process.pid };
    announceRunning(dataDirectory, system);
    say(everything, system, (performance.now() - startedAt) / 1_000);
    return { url, stop };
  } catch (error) {
    await stop();
    throw error;
  }
};

/** Where the API will be, as soon as that is known: at once when its port is given. */
const apiUrl = async ({ configuration }: Everything, ready: Promise<string>): Promise<string> => {
  const { HOST, PORT } = configuration;
  return PORT === 0 ? ready : `http://${HOST.includes(':') ? `[${HOST}]` : HOST}:${PORT}`;
};

/** A store takes any free port first and the same one after a crash, so that its clients find it again. */
const storeArguments = (data: string, announced: string | null): readonly string[] => {
  const port = announced === null ? '0' : (/:(\d+)(?:[/?]|$)/.exec(announced)?.[1] ?? '0');
  return ['--port', port, '--data', data];
};

/** A connection string without its password. */
const masked = (url: string): string => url.replace(/(?<=:\/\/[^/@]*:)[^/@]*(?=@)/, '***');

const say = ({ dataDirectory }: Everything, system: Running, seconds: number): void => {
  const { url, EVENTSTORE_URL, MONGODB_URL } = system;
  process.stdout.write(
    [
      '',
      `Referral Ledger is ready after ${seconds.toFixed(1)} s.`,
      `  HTTP interface   ${url}/api/v1`,
      `  documentation    ${url}/docs`,
      `  EventStoreDB     ${masked(EVENTSTORE_URL)}`,
      `  MongoDB          ${masked(MONGODB_URL)}`,
      `  data             ${dataDirectory}`,
      '  stop             Ctrl-C',
      '',
      '',
    ].join('\n'),
  );
};
