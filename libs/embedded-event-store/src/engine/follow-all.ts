import { decodeHeader } from '../encoding/recorded-event';
import type { EventFilter } from './event-filter';
import type { Follower, FollowItem } from './follow';
import type { FollowParts } from './follow-stream';
import { pageOfAll } from './read-all';

export interface FollowAllQuery {
  /** The first position that is told; events before it are not. */
  readonly from: number;
  readonly filter?: EventFilter | undefined;
  /** A filtered follower gets a checkpoint after that many events, whether they passed or not. */
  readonly checkpointEvery?: number | undefined;
}

/** What persistent subscriptions to the log write about themselves: told to followers it would feed on itself. */
const OWN_RECORD = /^\$persistentsubscription-\$all::.*-(?:checkpoint|parked)$/s;

/** Follows the whole log from a position on. */
export const followAll = ({ index, readPage, signal }: FollowParts, query: FollowAllQuery): Follower => {
  const { filter, checkpointEvery } = query;
  let at = index.firstFrom(query.from);
  let considered = 0;

  const passesByStream = (ordinal: number): boolean => {
    const stream = index.streamName(ordinal);
    if (stream.startsWith('$persistentsubscription-') && OWN_RECORD.test(stream)) return false;
    return filter?.on !== 'stream-name' || filter.matches(stream);
  };

  const passesByType = (message: Buffer): boolean =>
    filter?.on !== 'event-type' || filter.matches(decodeHeader(message).type);

  const messagesOf = (page: readonly number[]): ReadonlyMap<number, Buffer> => {
    const wanted = page.filter(passesByStream);
    const messages = readPage(wanted);
    const passed = new Map<number, Buffer>();
    wanted.forEach((ordinal, n) => {
      const message = messages[n];
      if (message !== undefined && passesByType(message)) passed.set(ordinal, message);
    });
    return passed;
  };

  const withCheckpoints = (page: readonly number[], every: number): readonly FollowItem[] => {
    const messages = messagesOf(page);
    const items: FollowItem[] = [];
    for (const ordinal of page) {
      const message = messages.get(ordinal);
      if (message !== undefined) items.push({ kind: 'event', message });
      considered += 1;
      if (considered % every === 0) items.push({ kind: 'checkpoint', position: index.position(ordinal) });
    }
    return items;
  };

  return {
    next: () => {
      const { ordinals, next } = pageOfAll(index, at, 1);
      at = next;
      if (ordinals.length === 0) return undefined;
      if (checkpointEvery !== undefined) return withCheckpoints(ordinals, checkpointEvery);
      return readPage(ordinals.filter(passesByStream)).map((message) => ({ kind: 'event', message }));
    },
    listen: signal.onAny,
  };
};
