import { ftruncateSync, openSync, readdirSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { EventLogOptions } from './event-log';
import { LogCorruption } from './log-corruption';
import { SEGMENT_HEADER_BYTES } from './log-format';
import { createSegment } from './segment-file';
import type { Segment } from './segment-file';
import { listSegments } from './segment-list';
import { scanSegment } from './segment-scan';

/** What a scavenge calls a segment that is not whole yet. */
export const UNFINISHED = '.unfinished';

const removeUnfinished = (folder: string): void => {
  for (const name of readdirSync(folder)) if (name.endsWith(UNFINISHED)) unlinkSync(join(folder, name));
};

/** Reads every segment, drops a tail that was never acknowledged, and returns the segments with the end of the log. */
export const openSegments = ({
  folder,
  onEntry,
  onTornTail,
}: Pick<EventLogOptions, 'folder' | 'onEntry' | 'onTornTail'>): { segments: Segment[]; end: number } => {
  const segments: Segment[] = [];
  let end = 0;
  let isScavenged = false;
  removeUnfinished(folder);
  const listed = listSegments(folder);
  for (const [n, { base, path }] of listed.entries()) {
    if (base !== end) throw new LogCorruption(path, 0, `a segment is missing: this one starts at ${base}, not ${end}`);
    const scan = scanSegment(path, base, n === listed.length - 1, onEntry);
    if (scan.torn > 0) onTornTail(path, scan.torn);
    if (scan.end < SEGMENT_HEADER_BYTES)
      return { segments: [...segments, createSegment(folder, base)], end: base + SEGMENT_HEADER_BYTES };
    const file = openSync(path, 'r+');
    if (scan.torn > 0) ftruncateSync(file, scan.end);
    segments.push({ base, path, file });
    end = scan.next ?? base + scan.end;
    isScavenged = scan.next !== undefined;
  }
  if (segments.length > 0 && !isScavenged) return { segments, end };
  return { segments: [...segments, createSegment(folder, end)], end: end + SEGMENT_HEADER_BYTES };
};
