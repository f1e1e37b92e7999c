import { closeSync, mkdirSync, openSync, readSync, unlinkSync, writeSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { refuse } from '../mongo-error';

/** Bytes beside the data, for as long as a read needs them. */
export type ScratchFile = {
  readonly size: number;
  /** Throws OutOfDiskSpace when there is no room. */
  readonly append: (bytes: Buffer) => void;
  readonly read: (position: number, length: number) => Buffer;
  readonly close: () => void;
};

/** Opens a scratch file. */
export type Scratch = () => ScratchFile;

/**
 * Scratch files in a folder of their own below `folder`. A file loses its name as soon as it is open, so nobody else finds it and nothing
 * of it outlives the process, however that ends.
 */
export const scratchIn =
  (folder: string): Scratch =>
  () => {
    const own = join(folder, 'scratch');
    mkdirSync(own, { recursive: true, mode: 0o700 });
    const path = join(own, randomUUID());
    const file = openSync(path, 'wx+', 0o600);
    unlinkSync(path);
    let size = 0;
    return {
      get size() {
        return size;
      },
      append: (bytes) => {
        for (let written = 0; written < bytes.length;)
          written += writing(() => writeSync(file, bytes, written, bytes.length - written, size + written));
        size += bytes.length;
      },
      read: (position, length) => {
        const bytes = Buffer.allocUnsafe(length);
        return bytes.subarray(0, readSync(file, bytes, 0, length, position));
      },
      close: () => {
        closeSync(file);
      },
    };
  };

const noRoom: readonly unknown[] = ['ENOSPC', 'EDQUOT', 'EFBIG'];

const writing = (write: () => number): number => {
  try {
    return write();
  } catch (error) {
    if (error instanceof Error && 'code' in error && noRoom.includes(error.code))
      throw refuse('OutOfDiskSpace', `There is no room for what the query sorts on disk: ${error.message}`);
    throw error;
  }
};
