import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';

/** The simulated payer in a process of its own. */
export interface RunningSimulator {
  readonly url: string;
  /** Asks it to end; its exit code. */
  readonly stop: () => Promise<number | null>;
}

/** How a process of the simulator ended. */
export interface Ended {
  readonly code: number | null;
  readonly output: string;
  readonly errors: string;
}

/** `tools/test.js` builds it before the suites run. */
const program = resolve('dist/payer-simulator/main.js');

const spawned = (flags: readonly string[]) =>
  spawn(process.execPath, [program, ...flags], { stdio: ['ignore', 'pipe', 'pipe'] });

/** Starts it on any free port and waits until it is ready. */
export const startSimulator = async (...flags: readonly string[]): Promise<RunningSimulator> => {
  const child = spawned(['--port', '0', ...flags]);
  const url = await readyUrl(child, child.stdout);
  const stop = async (): Promise<number | null> => {
    const exit = once(child, 'exit');
    child.kill('SIGTERM');
    const [code] = (await exit) as [number | null];
    return code;
  };
  return { url, stop };
};

/** Runs it with flags with which it ends by itself. */
export const runSimulator = async (...flags: readonly string[]): Promise<Ended> => {
  const child = spawned(flags);
  const [output, errors, [code]] = await Promise.all([
    textOf(child.stdout),
    textOf(child.stderr),
    once(child, 'exit') as Promise<[number | null]>,
  ]);
  return { code, output, errors };
};

const textOf = async (stream: Readable): Promise<string> => {
  let text = '';
  for await (const chunk of stream.setEncoding('utf8')) text += String(chunk);
  return text;
};

const readyUrl = (child: ChildProcess, output: Readable): Promise<string> =>
  new Promise((done, fail) => {
    createInterface(output).on('line', (line) => {
      const url = /^ready (\S+)$/.exec(line)?.[1];
      if (url !== undefined) done(url);
    });
    child.once('exit', () => fail(new Error('The simulator ended before it was ready.')));
  });
