import { renameSync, unlinkSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import type { Server } from 'node:net';
import { join } from 'node:path';

/** Another process has the data folder open. */
export class FolderInUse extends Error {
  override readonly name = 'FolderInUse';
}

/** The right to be the only process that has a folder open; the operating system takes it back when the process ends. */
export interface FolderLock {
  readonly release: () => Promise<void>;
}

const isErrorWith = (error: unknown, code: string): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === code;

const listen = (path: string): Promise<Server> =>
  new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy());
    server.unref();
    server.once('error', reject).listen(path, () => resolve(server));
  });

/** Whether a living process listens at the socket file. */
const isHeld = (path: string): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(path);
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });

/** Takes away the socket file of a dead process. It is moved first, so that two who try at once do not take each other's. */
const removeStale = async (path: string): Promise<void> => {
  const moved = `${path}.${process.pid}`;
  renameSync(path, moved);
  if (await isHeld(moved)) {
    renameSync(moved, path);
    throw new FolderInUse('Another process took the folder just now.');
  }
  unlinkSync(moved);
};

/**
 * Takes a folder for this process: a socket is listened at in it, which ends with the process however it dies.
 * @throws FolderInUse when another process has it.
 */
export const lockFolder = async (folder: string): Promise<FolderLock> => {
  const path = join(folder, 'lock');
  const take = async (): Promise<Server> => {
    try {
      return await listen(path);
    } catch (error) {
      if (!isErrorWith(error, 'EADDRINUSE')) throw error;
    }
    if (await isHeld(path))
      throw new FolderInUse(
        `The data folder ${folder} is in use by another process; stop that one, or choose another folder.`,
      );
    await removeStale(path);
    return listen(path);
  };
  const server = await take();
  return { release: () => new Promise((resolve) => server.close(() => resolve())) };
};
