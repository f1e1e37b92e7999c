import { rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { EventLog } from './event-log';
import type { LogIndex } from './log-index';
import { UNFINISHED } from './open-segments';
import type { PageReader } from './page-reader';
import { createRemovable } from './removable';
import type { Removable } from './removable';
import { pagesOf, rewriteSegment } from './rewrite-segment';
import type { Extent, Moved } from './rewrite-segment';
import { syncFolder } from './segment-file';
import type { Writer } from './writer';

/** What a scavenge did. */
export interface ScavengeReport {
  readonly removedEvents: number;
  readonly freedBytes: number;
  readonly rewrittenSegments: number;
}

export interface ScavengeParts {
  readonly log: EventLog;
  readonly index: LogIndex;
  readonly readPage: PageReader;
  readonly writer: Pick<Writer, 'between'>;
  readonly now: number;
}

const extents = ({ log, index }: ScavengeParts): readonly Extent[] =>
  log.segments().map(({ base, path }) => {
    const next = log.segmentEnd(base);
    return { base, path, next, first: index.firstFrom(base), end: index.firstFrom(next) };
  });

const removableIn = async (
  parts: ScavengeParts,
  extent: Extent,
  removable: Removable,
): Promise<ReadonlySet<number>> => {
  const found = new Set<number>();
  for await (const ordinals of pagesOf(parts, extent))
    for (const ordinal of ordinals)
      if (removable.isRemovable(ordinal, () => parts.readPage([ordinal])[0] ?? Buffer.alloc(0))) found.add(ordinal);
  return found;
};

/** Nobody reads between the change of the file and that of the index: both are made in one turn. */
const swap = (
  { log, index }: ScavengeParts,
  { base, path }: Extent,
  moved: readonly Moved[],
  gone: readonly number[],
) => {
  log.replace(base, path + UNFINISHED);
  for (const { ordinal, place } of moved) index.move(ordinal, place);
  index.remove(gone);
  syncFolder(dirname(path));
};

const scavengeSegment = async (
  parts: ScavengeParts,
  extent: Extent,
  gone: ReadonlySet<number>,
): Promise<ScavengeReport> => {
  const { size: before } = await stat(extent.path);
  try {
    swap(parts, extent, await rewriteSegment(parts, extent, gone), [...gone]);
  } catch (error) {
    await rm(extent.path + UNFINISHED, { force: true });
    throw error;
  }
  const { size: after } = await stat(extent.path);
  return { removedEvents: gone.size, freedBytes: before - after, rewrittenSegments: 1 };
};

const sum = (one: ScavengeReport, other: ScavengeReport): ScavengeReport => ({
  removedEvents: one.removedEvents + other.removedEvents,
  freedBytes: one.freedBytes + other.freedBytes,
  rewrittenSegments: one.rewrittenSegments + other.rewrittenSegments,
});

/** The last segment is written to; it is closed only for something that can be taken out of it. */
const lastSegmentHasRemovable = async (parts: ScavengeParts): Promise<boolean> => {
  const removable = createRemovable(parts.index, parts.now);
  let found: ReadonlySet<number> = new Set();
  for (const extent of extents(parts)) found = await removableIn(parts, extent, removable);
  return found.size > 0;
};

/**
 * Takes the events out of the log that nobody can see any more. Reads and appends go on; a crash leaves every segment either
 * as it was or scavenged. Events that stay keep their positions.
 */
export const scavenge = async (parts: ScavengeParts): Promise<ScavengeReport> => {
  const { log, index, writer } = parts;
  if (await lastSegmentHasRemovable(parts)) await writer.between(log.roll);
  const removable = createRemovable(index, parts.now);
  let report: ScavengeReport = { removedEvents: 0, freedBytes: 0, rewrittenSegments: 0 };
  for (const extent of extents(parts).filter(({ next }) => Number.isFinite(next))) {
    const gone = await removableIn(parts, extent, removable);
    if (gone.size > 0) report = sum(report, await scavengeSegment(parts, extent, gone));
  }
  return report;
};
