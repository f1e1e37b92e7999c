import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';

/** An embedded store that runs in a process of its own. */
export interface RunningStore {
  /** Connection string for its official client. */
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

/** What every embedded store can be started with. */
export interface StoreOptions {
  /** Kept when it is stopped; without one a folder is made, and removed when it is stopped. */
  readonly dataDir?: string;
  /** Any free port without one. */
  readonly port?: number;
  /** A command that the process is run under, such as `strace` with its options. */
  readonly under?: readonly string[];
}

/** The built process of a store; `tools/test.js` builds before the suites run. */
export const storeProgram = (name: 'event-store' | 'mongo'): string => resolve(`dist/${name}/main.js`);

/**
 * Starts a store and waits until it answers calls.
 * @throws Error with what the process said when it ends before.
 */
export const startStore = async (
  name: 'event-store' | 'mongo',
  { dataDir, port = 0, under = [] }: StoreOptions,
  flags: readonly string[],
): Promise<RunningStore> => {
  const main = storeProgram(name);
  if (!existsSync(main)) throw new Error(`${main} is not there: run the suites through npm test.`);
  const folder = dataDir ?? (await mkdtemp(join(tmpdir(), `${name}-`)));
  const own = [process.execPath, main, '--port', String(port), '--data', folder, ...flags];
  const [program = process.execPath, ...args] = [...under, ...own];
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  child.stderr.on('data', (text: Buffer) => (said += text.toString()));
  const errors = (): string => said;
  const url = await readyUrl(child, child.stdout, () => `${name} ended: ${said}`);
  const end = (signal: NodeJS.Signals): Promise<number | null> => {
    child.kill(signal);
    return exited(child);
  };
  return {
    url,
    pid: child.pid ?? 0,
    dataDir: folder,
    errors,
    kill: async () => {
      await end('SIGKILL');
    },
    stop: async () => {
      const code = await end('SIGTERM');
      if (dataDir === undefined) await rm(folder, { recursive: true, force: true });
      return code;
    },
  };
};

const exited = (child: ChildProcess): Promise<number | null> =>
  new Promise((done) => {
    if (child.exitCode !== null || child.signalCode !== null) done(child.exitCode);
    else child.once('exit', done);
  });

const readyUrl = (child: ChildProcess, output: Readable, ending: () => string): Promise<string> =>
  new Promise((done, fail) => {
    createInterface(output).on('line', (line) => {
      const url = /^ready (\S+)$/.exec(line)?.[1];
      if (url !== undefined) done(url);
    });
    child.once('error', fail);
    child.once('exit', () => {
      fail(new Error(ending()));
    });
  });
