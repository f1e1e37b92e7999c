import { join } from 'node:path';
import { BadBackup, readManifest, requireWhole } from './backup-manifest';
import type { BackupReport } from './backup-manifest';
import { copyPart, inNewFolder } from './new-folder';
import { listSegments } from './segment-list';
import { verifyLog } from './verify-log';

/**
 * Makes a data folder out of a backup.
 * @throws BadBackup when a file of it is not what was written, LogCorruption, FolderNotEmpty, or the file system's error.
 */
export const restore = async (backup: string, to: string): Promise<BackupReport> => {
  const manifest = await readManifest(backup);
  await requireWhole(backup, manifest);
  const { end, segments, bytes, takenAt } = manifest;
  if (listSegments(backup).length !== segments) throw new BadBackup(`The backup ${backup} has files too many.`);
  await verifyLog(backup);
  await inNewFolder(to, async (target) => {
    for (const file of manifest.files) await copyPart(join(backup, file.name), join(target, file.name), file.bytes);
  });
  return { end, segments, bytes, takenAt };
};
