import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { syncFile } from './new-folder';

/** A copy of a store that was taken. */
export interface BackupReport {
  /** Every event before this position is in it. */
  readonly end: number;
  readonly segments: number;
  readonly bytes: number;
  readonly takenAt: string;
}

/** What a backup says of itself, in a file beside its segments. */
export interface Manifest extends BackupReport {
  readonly format: 1;
  readonly files: readonly { readonly name: string; readonly bytes: number; readonly sha256: string }[];
}

/** A folder is no backup, or not the one that was taken. */
export class BadBackup extends Error {
  override readonly name = 'BadBackup';
}

const MANIFEST = 'backup.json';

const sha256 = async (path: string): Promise<string> => {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
};

const describeFiles = (folder: string, names: readonly string[]): Promise<Manifest['files']> =>
  Promise.all(
    names.map(async (name) => {
      const path = join(folder, name);
      return { name, bytes: (await stat(path)).size, sha256: await sha256(path) };
    }),
  );

/** Says of a folder, with the files of these names, what it is a copy of. */
export const writeManifest = async (folder: string, names: readonly string[], report: BackupReport): Promise<void> => {
  const manifest: Manifest = { format: 1, ...report, files: await describeFiles(folder, names) };
  await writeFile(join(folder, MANIFEST), `${JSON.stringify(manifest, undefined, 2)}\n`);
  await syncFile(join(folder, MANIFEST));
};

const isManifest = (value: unknown): value is Manifest =>
  typeof value === 'object' && value !== null && 'format' in value && value.format === 1;

/**
 * What a backup says of itself.
 * @throws BadBackup when it says nothing that is known.
 */
export const readManifest = async (folder: string): Promise<Manifest> => {
  const text = await readFile(join(folder, MANIFEST), 'utf8').catch(() => {
    throw new BadBackup(`The folder ${folder} is no backup: it has no ${MANIFEST}.`);
  });
  const manifest: unknown = JSON.parse(text);
  if (!isManifest(manifest)) throw new BadBackup(`The backup ${folder} is of a kind that is not known.`);
  return manifest;
};

/** @throws BadBackup when a file is not what was written. */
export const requireWhole = async (folder: string, { files }: Manifest): Promise<void> => {
  for (const { name, bytes, sha256: expected } of files) {
    const path = join(folder, name);
    const found = name === basename(name) && existsSync(path) ? await stat(path) : undefined;
    if (found?.size !== bytes || (await sha256(path)) !== expected)
      throw new BadBackup(`The backup ${folder} is damaged: ${name} is not the file that was written.`);
  }
};
