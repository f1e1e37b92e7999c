import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where the system that runs on a data folder can be reached. */
export interface Running {
  /** Of the HTTP interface, such as `http://127.0.0.1:3000`. */
  readonly url: string;
  readonly EVENTSTORE_URL: string;
  readonly MONGODB_URL: string;
  /** Process that keeps it running. */
  readonly pid: number;
}

const fileIn = (dataDirectory: string): string => join(dataDirectory, 'running.json');

/** Lets other programs on this machine find the system; readable by this user alone, since connection strings hold passwords. */
export const announceRunning = (dataDirectory: string, running: Running): void => {
  const file = fileIn(dataDirectory);
  writeFileSync(`${file}.new`, `${JSON.stringify(running, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
};

/** The system of this process does not run any more; what another one announced stays. */
export const retractRunning = (dataDirectory: string, pid: number): void => {
  if (findRunning(dataDirectory)?.pid === pid) rmSync(fileIn(dataDirectory), { force: true });
};

/** The system that runs on a data folder; `null` when none does. */
export const findRunning = (dataDirectory: string): Running | null => {
  try {
    const running = JSON.parse(readFileSync(fileIn(dataDirectory), 'utf8')) as Running;
    process.kill(running.pid, 0);
    return running;
  } catch {
    return null;
  }
};
