import { decodeHeader } from '../encoding/recorded-event';
import { isMetastream } from './stream-metadata';
import type { StreamMetadata } from './stream-metadata';
import type { StreamEntry } from './log-index';
import { lengthOf } from './revisions';

/** The revisions of a stream that its metadata leaves to be seen; none when `first` is above `last`. */
export interface VisibleRange {
  readonly first: number;
  readonly last: number;
}

/** Of a metastream only the newest event is seen, whatever else is said. */
const METASTREAM_COUNT = 1;

export const visibleRange = (entry: StreamEntry): VisibleRange => {
  const { name, metadata, first } = entry;
  const length = lengthOf(entry);
  const maxCount = metadata.maxCount ?? (isMetastream(name) ? METASTREAM_COUNT : Number.POSITIVE_INFINITY);
  return {
    first: Math.max(first, metadata.truncateBefore ?? 0, length - maxCount),
    last: length - 1,
  };
};

/** Whether a stored event is not older than the metadata of its stream allows; `now` in milliseconds since 1970. */
export const isYoungEnough = ({ maxAge }: StreamMetadata, message: Buffer, now: number): boolean =>
  maxAge === undefined || decodeHeader(message).createdAt >= now - maxAge * 1000;
