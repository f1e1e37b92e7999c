import { closeSync, fsyncSync, ftruncateSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { segmentHeader, segmentName } from './log-format';
import { isLackOfRoom, NotWritten } from './not-written';

/** A segment that is open. */
export interface Segment {
  /** Position that it starts at. */
  readonly base: number;
  readonly path: string;
  readonly file: number;
}

const openOr = (path: string, flags: string): number => {
  try {
    return openSync(path, flags);
  } catch (error) {
    throw isLackOfRoom(error) ? new NotWritten(error.message) : error;
  }
};

/**
 * Makes what was done to the names in a folder survive a power cut.
 * @throws NotWritten when the folder could not even be opened.
 */
export const syncFolder = (folder: string): void => {
  const file = openOr(folder, 'r');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
};

/** Writes bytes at a place of a file, perhaps a part of them before it throws. */
export type WriteAt = (file: number, bytes: Buffer, at: number) => void;

const writeAt: WriteAt = (file, bytes, at) => {
  for (let done = 0; done < bytes.length;) done += writeSync(file, bytes, done, bytes.length - done, at + done);
};

/**
 * Writes all bytes, or leaves the file as long as it was.
 * @throws NotWritten when there was no room; any other error leaves the file in a state that nobody knows.
 */
export const writeWhole = (file: number, bytes: Buffer, at: number, write: WriteAt = writeAt): void => {
  try {
    write(file, bytes, at);
  } catch (error) {
    if (!isLackOfRoom(error)) throw error;
    ftruncateSync(file, at);
    throw new NotWritten(error.message);
  }
};

/**
 * Makes an empty segment that survives a power cut.
 * @throws NotWritten when there was no room for it.
 */
export const createSegment = (folder: string, base: number): Segment => {
  const path = join(folder, segmentName(base));
  const file = openOr(path, 'w+');
  try {
    writeWhole(file, segmentHeader(base), 0);
    fsyncSync(file);
    syncFolder(folder);
    return { base, path, file };
  } catch (error) {
    closeSync(file);
    rmSync(path, { force: true }); // left over it would be a second segment in the same place
    throw error;
  }
};
