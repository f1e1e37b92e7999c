import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { syncFolder } from './segment-file';

/** A folder that is to be written is there already, and not empty. */
export class FolderNotEmpty extends Error {
  override readonly name = 'FolderNotEmpty';

  constructor(folder: string) {
    super(`The folder ${folder} is not empty; choose one that is not there yet.`);
  }
}

const requireEmpty = async (folder: string): Promise<void> => {
  const names = existsSync(folder) ? await readdir(folder) : [];
  if (names.length > 0) throw new FolderNotEmpty(folder);
};

/** Makes a file that was written survive a power cut. */
export const syncFile = async (path: string): Promise<void> => {
  const file = await open(path, 'r');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
};

/** Copies the first bytes of a file, durably. */
export const copyPart = async (from: string, to: string, bytes: number): Promise<void> => {
  await pipeline(createReadStream(from, { start: 0, end: bytes - 1 }), createWriteStream(to, { flags: 'wx' }));
  await syncFile(to);
};

/** Fills a folder that is made beside its final place and takes it when it is whole. */
export const inNewFolder = async (to: string, fill: (folder: string) => Promise<void>): Promise<void> => {
  await requireEmpty(to);
  const unfinished = `${to}.unfinished`;
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { recursive: true });
  try {
    await fill(unfinished);
    syncFolder(unfinished);
    await rename(unfinished, to);
    syncFolder(dirname(to));
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    throw error;
  }
};
