import type { LogIndex, StreamEntry } from './log-index';
import type { PageReader } from './page-reader';
import { PAGE_BYTES, PAGE_EVENTS } from './pages';
import type { Pages } from './pages';
import { ordinalAt } from './revisions';
import { streamState } from './stream-state';
import { isYoungEnough, visibleRange } from './visible-range';

export type Direction = 'forwards' | 'backwards';

export interface StreamQuery {
  readonly stream: string;
  readonly direction: Direction;
  /** First revision, in the direction of the read and included. */
  readonly from: number;
  readonly maxCount: number;
}

/** What a reader of a stream is answered. */
export type StreamRead =
  { readonly kind: 'found'; readonly pages: Pages } | { readonly kind: 'not-found' } | { readonly kind: 'tombstoned' };

export interface StreamReadParts {
  readonly index: LogIndex;
  readonly readPage: PageReader;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** Ordinals of the next revisions, up to a page. */
const pageOfStream = (
  index: LogIndex,
  entry: StreamEntry,
  from: number,
  last: number,
  step: 1 | -1,
): readonly number[] => {
  const ordinals: number[] = [];
  let bytes = 0;
  for (let revision = from; ordinals.length < PAGE_EVENTS && bytes < PAGE_BYTES; revision += step) {
    const ordinal = ordinalAt(entry, revision);
    if (ordinal === undefined || (step > 0 ? revision > last : revision < last)) break;
    ordinals.push(ordinal);
    bytes += index.messageLength(ordinal);
  }
  return ordinals;
};

const pagesOf = (parts: StreamReadParts, entry: StreamEntry, query: StreamQuery): Pages => {
  const { index, readPage, now } = parts;
  const { first, last } = visibleRange(entry);
  const forwards = query.direction === 'forwards';
  const { metadata } = entry;
  const startedAt = now();
  let at = forwards ? Math.max(query.from, first) : Math.min(query.from, last);
  let left = query.maxCount;

  return {
    next: () => {
      if (forwards) at = Math.max(at, entry.first); // what was scavenged since
      const page = left <= 0 ? [] : pageOfStream(index, entry, at, forwards ? last : first, forwards ? 1 : -1);
      if (page.length === 0) return undefined;
      at += forwards ? page.length : -page.length;
      const messages =
        metadata.maxAge === undefined
          ? readPage(page.slice(0, left))
          : readPage(page)
              .filter((message) => isYoungEnough(metadata, message, startedAt))
              .slice(0, left);
      left -= messages.length;
      return messages;
    },
  };
};

/** Reads a stream as far as its metadata lets it be seen. */
export const readStream = (parts: StreamReadParts, query: StreamQuery): StreamRead => {
  const state = streamState(parts.index, query.stream);
  return state.kind === 'found' ? { kind: 'found', pages: pagesOf(parts, state.entry, query) } : state;
};
