import type { Document, Value } from '../../bson';
import { refuse } from '../mongo-error';
import type { Scratch } from '../storage/scratch-file';
import { pause } from './pause';
import type { Paused } from './pause';
import type { Sort } from './sort';
import { SortedRuns } from './sorted-runs';

/** What a sort must know of the items it puts in order. */
export type Packing<T> = {
  readonly documentOf: (item: T) => Document;
  /** An item as bytes, for the disk, and back. */
  readonly pack: (item: T) => Buffer;
  readonly unpack: (bytes: Buffer) => T;
};

/** An item with the values that it is sorted by. */
export type Keyed<T> = { readonly item: T; readonly keys: readonly Value[]; readonly size: number };

/** Bytes of documents that a sort without a disk holds in memory, as in MongoDB (manual, "MongoDB Limits"). */
const mostInMemory = 100 * 1024 * 1024;
/** Bytes of documents that are sorted at once where there is a disk: little enough not to keep others waiting meanwhile. */
const mostAtOnce = 32 * 1024 * 1024;

/**
 * Sorts, keeping no more than `bound` items; equal ones stay in their order. What memory does not hold is sorted piece by piece into a
 * scratch file and merged from there; without one it is refused.
 */
export const sorted = function* <T>(
  source: Iterable<Paused<T>>,
  sort: Sort,
  bound: number,
  packing: Packing<T>,
  scratch: Scratch | undefined,
  most = scratch ? mostAtOnce : mostInMemory,
): Generator<Paused<T>> {
  const { documentOf } = packing;
  let kept: Keyed<T>[] = [];
  let bytes = 0;
  let runs: SortedRuns<T> | undefined;
  /** The last of as many as are wanted: what does not come before it is not among them. */
  let worst: Keyed<T> | undefined;
  const trim = (): void => {
    kept.sort((left, right) => sort.compareKeys(left.keys, right.keys));
    kept = kept.slice(0, bound);
    bytes = kept.reduce((sum, { size }) => sum + size, 0);
    worst = kept.length === bound ? kept.at(-1) : undefined;
  };
  try {
    for (const item of source) {
      if (item === pause) {
        yield pause;
        continue;
      }
      const document = documentOf(item);
      if (worst && !sort.isBefore(document, worst.keys)) continue;
      const size = document.bytes().length;
      kept.push({ item, keys: sort.keyOf(document), size });
      bytes += size;
      if (kept.length > bound * 2 + 100 || bytes > most) trim();
      if (bytes <= most) continue;
      if (!scratch)
        throw refuse(
          'QueryExceededMemoryLimitNoDiskUseAllowed',
          `Executor error during find command :: caused by :: Sort exceeded memory limit of ${String(most)} bytes, but did not opt in to external sorting.`,
        );
      runs ??= new SortedRuns(scratch(), sort, packing);
      yield* runs.add(kept);
      kept = [];
      bytes = 0;
    }
    trim();
    if (runs) yield* runs.mergedWith(kept);
    else for (const { item } of kept) yield item;
  } finally {
    runs?.close();
  }
};
