import type { LogIndex, StreamEntry } from './log-index';
import { isMetastream, isSoftDeleted, originalOf } from './stream-metadata';

/** How a stream presents itself to readers. */
export type StreamState =
  | { readonly kind: 'found'; readonly entry: StreamEntry }
  /** Never written, or deleted and not written since. */
  | { readonly kind: 'not-found' }
  /** Ended for good. */
  | { readonly kind: 'tombstoned' };

/** A metastream ends with its stream. */
export const streamState = (index: LogIndex, name: string): StreamState => {
  const entry = index.stream(name);
  const original = isMetastream(name) ? index.stream(originalOf(name)) : undefined;
  if (entry?.tombstone !== undefined || original?.tombstone !== undefined) return { kind: 'tombstoned' };
  if (entry === undefined || entry.ordinals.length === 0 || isSoftDeleted(entry.metadata)) return { kind: 'not-found' };
  return { kind: 'found', entry };
};
