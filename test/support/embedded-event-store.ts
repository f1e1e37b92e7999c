import { spawn } from 'node:child_process';
import type { ChildProcess, ChildProcessByStdio } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';

/** An embedded event store that runs in a process of its own. */
export interface RunningEventStore {
  /** Connection string for `@eventstore/db-client`. */
  readonly url: string;
  readonly pid: number;
  /** Folder that its data is in. */
  readonly dataDir: string;
  /** What it said on stderr so far. */
  readonly errors: () => string;
  /** Kills it without warning, as a crash would; resolves when it is gone. */
  readonly kill: () => Promise<void>;
  /** Asks it to end and resolves with its exit code. A data folder that was made for it is removed. */
  readonly stop: () => Promise<number | null>;
}

export interface EventStoreOptions {
  /** Kept when it is stopped; without one a folder is made, and removed when it is stopped. */
  readonly dataDir?: string;
  /** Any free port without one. */
  readonly port?: number;
  /** Keeps links by category, event type, stream and correlation; off without. */
  readonly projections?: boolean;
  /** A command that the process is run under, such as `strace` with its options. */
  readonly under?: readonly string[];
}

/** The built process; `tools/test.js` builds before the suites run. */
export const eventStoreProgram = resolve('dist/event-store/main.js');

const exited = (child: ChildProcess): Promise<number | null> =>
  new Promise((done) => {
    if (child.exitCode !== null || child.signalCode !== null) done(child.exitCode);
    else child.once('exit', done);
  });

const readyUrl = (child: ChildProcessByStdio<null, Readable, Readable>, errors: () => string): Promise<string> =>
  new Promise((done, fail) => {
    createInterface(child.stdout).on('line', (line) => {
      const url = /^ready (\S+)$/.exec(line)?.[1];
      if (url !== undefined) done(url);
    });
    child.once('error', fail);
    child.once('exit', (code) => fail(new Error(`The event store ended with ${code}: ${errors()}`)));
  });

/**
 * Starts the node and waits until it answers calls.
 * @throws Error with what the process said when it ends before.
 */
export const startEventStore = async (options: EventStoreOptions = {}): Promise<RunningEventStore> => {
  if (!existsSync(eventStoreProgram))
    throw new Error(`${eventStoreProgram} is not there: run the suites through npm test.`);
  const dataDir = options.dataDir ?? (await mkdtemp(join(tmpdir(), 'event-store-')));
  const flags = [
    '--port',
    String(options.port ?? 0),
    '--data',
    dataDir,
    ...(options.projections ? ['--projections'] : []),
  ];
  const node = [process.execPath, eventStoreProgram, ...flags];
  const [program, ...args] = [...(options.under ?? []), ...node];
  const child = spawn(program ?? process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  child.stderr.on('data', (text: Buffer) => (said += text.toString()));
  const errors = (): string => said;
  const url = await readyUrl(child, errors);
  const end = async (signal: NodeJS.Signals): Promise<number | null> => {
    child.kill(signal);
    return exited(child);
  };
  return {
    url,
    pid: child.pid ?? 0,
    dataDir,
    errors,
    kill: async () => {
      await end('SIGKILL');
    },
    stop: async () => {
      const code = await end('SIGTERM');
      if (options.dataDir === undefined) await rm(dataDir, { recursive: true, force: true });
      return code;
    },
  };
};
