import { createHash } from 'node:crypto';
import { realpathSync, rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import type { Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The data folder belongs to another process. */
export class FolderLocked extends Error {
  override readonly name = 'FolderLocked';
}

/**
 * Takes the data folder for this process. The lock is a listening local socket named after the folder, so it ends with
 * the process however that dies. Answers the function that lets go.
 */
export const lockFolder = async (folder: string): Promise<() => void> => {
  const name = createHash('sha256').update(realpathSync(folder)).digest('hex').slice(0, 32);
  const path =
    process.platform === 'win32'
      ? `\\\\.\\pipe\\embedded-mongo-${name}`
      : join(tmpdir(), `embedded-mongo-${name}.sock`);
  const server = (await listen(path)) ?? (await takeOver(path));
  if (!server) throw new FolderLocked(folder);
  return () => {
    server.close();
  };
};

const listen = (path: string): Promise<Server | undefined> =>
  new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy()).unref();
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(undefined);
      else reject(error);
    });
    server.listen(path, () => {
      resolve(server);
    });
  });

/** A socket nobody listens on was left behind by a process that was killed. */
const takeOver = async (path: string): Promise<Server | undefined> => {
  const alive = await new Promise<boolean>((resolve) => {
    const socket = connect(path, () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => {
      resolve(false);
    });
  });
  if (alive) return undefined;
  rmSync(path, { force: true });
  return listen(path);
};
