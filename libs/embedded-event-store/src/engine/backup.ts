import { existsSync } from 'node:fs';
import { copyFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { USERS_FILE } from '../users/user-file';
import { writeManifest } from './backup-manifest';
import type { BackupReport } from './backup-manifest';
import type { SegmentPlace } from './event-log';
import { copyPart, inNewFolder, syncFile } from './new-folder';

/** What a store is copied from: its segments as they were at one moment, and the end of the log then. */
export interface BackupSource {
  readonly folder: string;
  readonly segments: readonly SegmentPlace[];
  readonly end: number;
}

const copyUsers = async (from: string, to: string): Promise<readonly string[]> => {
  if (!existsSync(join(from, USERS_FILE))) return [];
  await copyFile(join(from, USERS_FILE), join(to, USERS_FILE));
  await syncFile(join(to, USERS_FILE));
  return [USERS_FILE];
};

/**
 * Copies a store into a new folder, which a node can also be started on. Nothing but a scavenge changes bytes that are there.
 * @throws FolderNotEmpty, or the file system's error; nothing is left over then.
 */
export const backUp = async ({ folder, segments, end }: BackupSource, to: string): Promise<BackupReport> => {
  const report = { end, segments: segments.length, bytes: 0, takenAt: new Date().toISOString() };
  await inNewFolder(to, async (target) => {
    for (const [n, { base, path }] of segments.entries()) {
      const bytes = n === segments.length - 1 ? end - base : (await stat(path)).size;
      await copyPart(path, join(target, basename(path)), bytes);
      report.bytes += bytes;
    }
    const names = [...segments.map(({ path }) => basename(path)), ...(await copyUsers(folder, target))];
    await writeManifest(target, names, report);
  });
  return report;
};
