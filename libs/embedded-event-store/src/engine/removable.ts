import type { LogIndex, StreamEntry } from './log-index';
import { lengthOf } from './revisions';
import { isYoungEnough, visibleRange } from './visible-range';

/** Finds the events that nobody can see any more; it is asked about every event once, in the order of the log. */
export interface Removable {
  /** `read` gets the event itself, which only `$maxAge` asks for. */
  readonly isRemovable: (ordinal: number, read: () => Buffer) => boolean;
}

/**
 * Gone are the events of an ended stream, and those of any other that its metadata hides; the last one of a stream stays, so
 * that its revisions go on. Only first events of a stream are taken: what follows one that stays, stays.
 */
export const createRemovable = (index: LogIndex, now: number): Removable => {
  const kept = new Set<string>();

  const isHidden = (entry: StreamEntry, revision: number, read: () => Buffer): boolean => {
    if (revision >= lengthOf(entry) - 1) return false;
    if (revision < visibleRange(entry).first) return true;
    return entry.metadata.maxAge !== undefined && !isYoungEnough(entry.metadata, read(), now);
  };

  const isGone = (stream: string, revision: number, read: () => Buffer): boolean => {
    const entry = index.stream(stream);
    if (entry === undefined) return false;
    return entry.tombstone === undefined ? isHidden(entry, revision, read) : revision < lengthOf(entry);
  };

  return {
    isRemovable: (ordinal, read) => {
      const stream = index.streamName(ordinal);
      if (index.isRemoved(ordinal) || kept.has(stream)) return false;
      if (isGone(stream, index.revision(ordinal), read)) return true;
      kept.add(stream);
      return false;
    },
  };
};
