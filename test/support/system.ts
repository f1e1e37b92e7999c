import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { eventually } from './eventually';
import { freePort } from './free-port';

/** The processes of a system that can be killed one by one. */
export type Program = 'event-store' | 'mongo' | 'api' | 'projector' | 'reactor';

/** A system that was started for a test. */
export interface System {
  /** Of the HTTP interface. */
  readonly url: string;
  readonly dataDirectory: string;
  readonly eventStoreUrl: string;
  readonly mongoUrl: string;
  /** kill -9 of one of its processes; resolves when its supervisor has started it again, which is before it is ready. */
  readonly kill: (program: Program) => Promise<void>;
  /** Everything it has printed. */
  readonly output: () => string;
  /** kill -9 of the process that keeps the others running. */
  readonly crash: () => Promise<void>;
  /** SIGTERM; resolves with the exit code. */
  readonly stop: () => Promise<number | null>;
  /** Stops it and removes its data. */
  readonly dispose: () => Promise<void>;
}

/** How to start a system. */
export interface SystemOptions {
  /** Data of a system that ran before; a new folder by default. */
  readonly dataDirectory?: string;
  readonly environment?: NodeJS.ProcessEnv;
}

/** Far above what a start takes, for a machine that is busy with other things. */
const STARTS_WITHIN_MS = 110_000;

const main = join(import.meta.dirname, '../../dist/standalone/main.js');

/** Starts the whole system as `npm start` does, on a port of its own, with its log kept for `output`. Resolves when it is ready. */
export const startSystem = async ({ dataDirectory, environment = {} }: SystemOptions = {}): Promise<System> => {
  const data = dataDirectory ?? mkdtempSync(join(tmpdir(), 'referral-ledger-'));
  const port = await freePort();
  const processIds = new Map<string, number>();
  const lines: string[] = [];
  const child = spawn(process.execPath, ['--enable-source-maps', main], {
    env: { ...process.env, PORT: String(port), DATA_DIR: data, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [child.stdout, child.stderr])
    createInterface(stream).on('line', (line) => {
      lines.push(line);
      const started = /"program":"([a-z-]+)","processId":(\d+),"msg":"started"/.exec(line);
      if (started) processIds.set(started[1] ?? '', Number(started[2]));
    });
  const output = () => lines.join('\n');
  const said = (label: string) => new RegExp(`^ {2}${label} +(\\S+)$`, 'm').exec(output())?.[1];
  const up = await eventually('the system is ready', () => child.exitCode ?? said('data'), STARTS_WITHIN_MS);
  if (typeof up === 'number') throw new Error(`The system ended with ${String(up)}:\n${output()}`);
  return {
    url: `http://127.0.0.1:${String(port)}`,
    dataDirectory: data,
    eventStoreUrl: said('EventStoreDB') ?? '',
    mongoUrl: said('MongoDB') ?? '',
    kill: async (program) => {
      const processId = processIds.get(program);
      if (processId === undefined) throw new Error(`${program} does not run`);
      process.kill(processId, 'SIGKILL');
      await eventually(`${program} was started again`, () =>
        processIds.get(program) === processId ? undefined : program,
      );
    },
    output,
    crash: async () => {
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGKILL');
      await gone;
    },
    stop: () => ended(child),
    dispose: async () => {
      await ended(child);
      if (dataDirectory === undefined) rmSync(data, { recursive: true, force: true });
    },
  };
};

const ended = (child: ChildProcess): Promise<number | null> =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) {
      resolve(child.exitCode);
      return;
    }
    child.once('exit', resolve);
    child.kill('SIGTERM');
  });
