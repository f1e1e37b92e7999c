import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { CannotStart, type Logger } from '@referral/runtime';

/** Pause before a process that ended is started again: doubled from the first to the last with each end in a row. */
const RESTART_AFTER_MS = { first: 200, last: 5_000 };

/** How long a process may take to stop before it is killed. */
const STOP_WITHIN_MS = 12_000;

/** The line by which a process tells that it can be used, and where. */
const readyLine = /^ready (\S+)$/;

/**
 * More room, in MiB, for young objects and before old ones are collected for the first time spares the processes a good part of their
 * garbage collection under load: the MongoDB node, whose heap is small, had collected old objects three times a second.
 */
const nodeFlags = ['--enable-source-maps', '--max-semi-space-size=64', '--initial-old-space-size=128'];

/** What is to be kept running. */
export interface Program {
  /** Folder under dist/. */
  readonly name: string;
  /** Arguments, given what the process announced when it ran before, so that it takes the same port again. */
  readonly args: (announced: string | null) => readonly string[];
  readonly environment: NodeJS.ProcessEnv;
}

/** A process that is started again whenever it ends, until it is stopped. */
export interface Supervised {
  readonly name: string;
  /** The URL that the process announced first. Rejects when it ended before that: what cannot even start is not tried again. */
  readonly ready: Promise<string>;
  /** From now on an end is an end: it is not started again. */
  readonly release: () => void;
  /** SIGTERM, then SIGKILL; resolves when the process is gone. */
  readonly stop: () => Promise<void>;
}

/** Starts a program and keeps it running. */
export const supervise = (program: Program, log: Logger): Supervised => {
  let child: ChildProcess | undefined;
  let announced: string | null = null;
  let stopping = false;
  let pause = RESTART_AFTER_MS.first;
  let retry: NodeJS.Timeout | undefined;
  const release = (): void => {
    stopping = true;
    clearTimeout(retry);
  };
  const stop = async (): Promise<void> => {
    release();
    if (child) await ended(child);
  };
  const ready = new Promise<string>((resolve, reject) => {
    const start = (): void => {
      child = launch(program, announced, (url) => {
        announced = url;
        pause = RESTART_AFTER_MS.first;
        resolve(url);
      });
      log.info({ program: program.name, processId: child.pid }, 'started');
      child.once('exit', (code, signal) => {
        if (stopping) return;
        if (announced === null) {
          reject(new CannotStart(program.name));
          return;
        }
        log.warn({ program: program.name, code, signal, pauseMs: pause }, 'a process ended; starting it again');
        retry = setTimeout(start, pause);
        pause = Math.min(pause * 2, RESTART_AFTER_MS.last);
      });
    };
    start();
  });
  return { name: program.name, ready, release, stop };
};

/** Starts the process; what it prints is passed on, but for the line that says it is ready, which goes to `onReady`. */
const launch = (program: Program, announced: string | null, onReady: (url: string) => void): ChildProcess => {
  const main = fileURLToPath(new URL(`../${program.name}/main.js`, import.meta.url));
  const child = spawn(process.execPath, [...nodeFlags, main, ...program.args(announced)], {
    env: program.environment,
    // The channel carries nothing; its end tells the child that nobody keeps it running any more.
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  const lines = child.stdout && createInterface(child.stdout);
  lines?.on('line', (line) => {
    const url = readyLine.exec(line)?.[1];
    if (url === undefined) process.stdout.write(`${line}\n`);
    else onReady(url);
  });
  return child;
};

const ended = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  const kill = setTimeout(() => child.kill('SIGKILL'), STOP_WITHIN_MS);
  await gone;
  clearTimeout(kill);
};
