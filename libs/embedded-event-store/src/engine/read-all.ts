import { decodeHeader } from '../encoding/recorded-event';
import type { EventFilter } from './event-filter';
import type { LogIndex } from './log-index';
import type { PageReader } from './page-reader';
import { PAGE_BYTES, PAGE_EVENTS } from './pages';
import type { Pages } from './pages';
import type { Direction } from './read-stream';

export interface AllQuery {
  readonly direction: Direction;
  /** Forwards events at the position and behind it, backwards those before it. */
  readonly from: number;
  readonly maxCount: number;
  readonly filter?: EventFilter | undefined;
}

/** Ordinals that fill a page, and the one that the next page starts at. */
export interface PageOfAll {
  readonly ordinals: readonly number[];
  readonly next: number;
}

/** The events from `from` on that fill a page; those that are gone are passed over. */
export const pageOfAll = (index: LogIndex, from: number, step: 1 | -1, most = PAGE_EVENTS): PageOfAll => {
  const ordinals: number[] = [];
  let bytes = 0;
  let at = from;
  for (; at >= 0 && at < index.size(); at += step) {
    if (ordinals.length >= most || bytes >= PAGE_BYTES) break;
    if (index.isRemoved(at)) continue;
    ordinals.push(at);
    bytes += index.messageLength(at);
  }
  return { ordinals, next: at };
};

/** The events of a page that pass the filter; their bytes are read only where the filter needs them. */
export const filteredMessages = (
  index: LogIndex,
  readPage: PageReader,
  filter: EventFilter | undefined,
  ordinals: readonly number[],
): readonly Buffer[] => {
  if (filter === undefined) return readPage(ordinals);
  if (filter.on === 'stream-name')
    return readPage(ordinals.filter((ordinal) => filter.matches(index.streamName(ordinal))));
  return readPage(ordinals).filter((message) => filter.matches(decodeHeader(message).type));
};

/** Reads the whole log. */
export const readAll = (index: LogIndex, readPage: PageReader, query: AllQuery): Pages => {
  const forwards = query.direction === 'forwards';
  let at = index.firstFrom(query.from) - (forwards ? 0 : 1);
  let left = query.maxCount;

  return {
    next: () => {
      if (left <= 0) return undefined;
      const most = query.filter === undefined ? Math.min(left, PAGE_EVENTS) : PAGE_EVENTS;
      const page = pageOfAll(index, at, forwards ? 1 : -1, most);
      if (page.ordinals.length === 0) return undefined;
      at = page.next;
      const messages = filteredMessages(index, readPage, query.filter, page.ordinals).slice(0, left);
      left -= messages.length;
      return messages;
    },
  };
};
