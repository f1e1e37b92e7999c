import { isMetastream } from './stream-metadata';
import type { StreamEntry } from './log-index';

/** The revisions of a stream that its metadata leaves to be seen; none when `first` is above `last`. */
export interface VisibleRange {
  readonly first: number;
  readonly last: number;
}

/** Of a metastream only the newest event is seen, whatever else is said. */
const METASTREAM_COUNT = 1;

export const visibleRange = ({ name, ordinals, metadata }: StreamEntry): VisibleRange => {
  const maxCount = metadata.maxCount ?? (isMetastream(name) ? METASTREAM_COUNT : Number.POSITIVE_INFINITY);
  return {
    first: Math.max(0, metadata.truncateBefore ?? 0, ordinals.length - maxCount),
    last: ordinals.length - 1,
  };
};
