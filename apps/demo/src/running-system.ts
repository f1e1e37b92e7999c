import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { findRunning } from '@referral/runtime';

/** How long a system may take to start. */
const START_WITHIN_MS = 60_000;

/** A system to tell stories on. */
export interface RunningSystem {
  readonly url: string;
  /** Stops it when it was started for the demo; leaves it alone otherwise. */
  readonly stop: () => Promise<void>;
}

/** The system that runs on the data folder, or one that is started for as long as the demo takes. */
export const runningSystem = async (dataDirectory: string, print: (line: string) => void): Promise<RunningSystem> => {
  const running = findRunning(dataDirectory);
  if (running) {
    print(`Using the system at ${running.url}.`);
    return { url: running.url, stop: () => Promise.resolve() };
  }
  print('Nothing is running yet; starting the system for the time of the demo.');
  const main = fileURLToPath(new URL('../standalone/main.js', import.meta.url));
  const child = spawn(process.execPath, ['--enable-source-maps', main], {
    // The stories happened some weeks ago: the clock of today would tell deadlines as broken that they keep in their next step.
    env: { REACTOR: '0', ...process.env, LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'error' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const url = await announced(child, dataDirectory);
  return { url, stop: () => ended(child) };
};

const announced = async (child: ChildProcess, dataDirectory: string): Promise<string> => {
  const end = Date.now() + START_WITHIN_MS;
  while (Date.now() < end && child.exitCode === null) {
    const running = findRunning(dataDirectory);
    if (running && running.pid === child.pid) return running.url;
    await delay(100);
  }
  throw new Error('The system did not start.');
};

const ended = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null) {
      resolve();
      return;
    }
    child.once('exit', () => {
      resolve();
    });
    child.kill('SIGTERM');
  });
