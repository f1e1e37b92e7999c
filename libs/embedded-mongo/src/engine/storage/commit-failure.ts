import { statfsSync } from 'node:fs';
import { constants } from 'node:os';
import { refuse } from '../mongo-error';
import type { MongoError } from '../mongo-error';

const { EIO, ENOSPC, EFBIG, EDQUOT } = constants.errno;
const noRoom: readonly unknown[] = [ENOSPC, EFBIG, EDQUOT];

/** What became of a group of writes that could not be committed. */
export type CommitFailure = {
  /** What its writers, and those that built on it, are answered. */
  readonly answer: MongoError;
  /** Whether later writes may be tried. After a failed sync nobody knows what is on the disk, so none may. */
  readonly recoverable: boolean;
  readonly cause: unknown;
};

/**
 * Judges the error of a commit. Only pages that found no room leave everything as it was: they are written before anything else.
 * A page of which a part found room comes as EIO, as a failed sync does, and is known by the full disk.
 */
export const commitFailure = async (error: unknown, folder: string): Promise<CommitFailure> => {
  const cause = await causeOf(error);
  const message = cause instanceof Error ? cause.message : String(cause);
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  if ((noRoom.includes(code) && message.includes(ofPage)) || (code === EIO && isFull(folder)))
    return { answer: refuse('OutOfDiskSpace', `There is no room for the write: ${message}`), recoverable: true, cause };
  const answer = refuse(
    'OperationFailed',
    `The disk failed: ${message}. Whether the last writes are kept is not known; nothing is written until the node is restarted.`,
  );
  return { answer, recoverable: false, cause };
};

/** What lmdb says of a page that could not be written, and of nothing else. */
const ofPage = 'Attempting to write page';
const fullBelowBytes = 64 * 1024;

const isFull = (folder: string): boolean => {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize < fullBelowBytes;
};

/** lmdb tells what happened in a promise beside the error, which is rejected in the same turn or never. */
const causeOf = async (error: unknown): Promise<unknown> => {
  if (!(error instanceof Error && 'commitError' in error)) return error;
  const told = Promise.resolve(error.commitError).then(
    () => error,
    (cause: unknown) => cause,
  );
  return Promise.race([told, new Promise((resolve) => setTimeout(() => resolve(error), 1000).unref())]);
};
