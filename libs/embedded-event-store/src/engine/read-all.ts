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

/** Ordinals from `from` on that fill a page. */
export const pageOfAll = (index: LogIndex, from: number, step: 1 | -1): readonly number[] => {
  const ordinals: number[] = [];
  let bytes = 0;
  for (let at = from; at >= 0 && at < index.size(); at += step) {
    if (ordinals.length >= PAGE_EVENTS || bytes >= PAGE_BYTES) break;
    ordinals.push(at);
    bytes += index.messageLength(at);
  }
  return ordinals;
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
      const page = left <= 0 ? [] : pageOfAll(index, at, forwards ? 1 : -1);
      if (page.length === 0) return undefined;
      at += forwards ? page.length : -page.length;
      const wanted = query.filter === undefined ? page.slice(0, left) : page;
      const messages = filteredMessages(index, readPage, query.filter, wanted).slice(0, left);
      left -= messages.length;
      return messages;
    },
  };
};
