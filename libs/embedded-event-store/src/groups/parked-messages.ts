import { decodeHeader } from '../encoding/recorded-event';
import type { EventStoreEngine } from '../engine/event-store-engine';
import { groupMessage, linkText } from './group-message';
import type { GroupMessage } from './group-message';
import { parkedStream } from './group-key';
import type { GroupKey } from './group-key';
import type { OwnStreams } from './own-streams';

/** Messages that nobody could deal with, kept as links until they are asked for again. */
export interface ParkedMessages {
  readonly park: (message: GroupMessage, reason: string) => Promise<void>;
  readonly count: () => number;
  /** Takes the oldest ones, up to a revision of their stream, which is not taken; all without one. */
  readonly take: (stopAt: number | undefined) => Promise<readonly GroupMessage[]>;
}

export const createParkedMessages = (engine: EventStoreEngine, own: OwnStreams, key: GroupKey): ParkedMessages => {
  const stream = parkedStream(key);
  return {
    park: (message, reason) =>
      own.append(stream, '$>', linkText(message), JSON.stringify({ added: new Date().toISOString(), reason })),
    count: () => own.count(stream),
    take: async (stopAt = Number.POSITIVE_INFINITY) => {
      const taken = own.all(stream).filter((message) => decodeHeader(message).revision < stopAt);
      const last = taken.at(-1);
      if (last === undefined) return [];
      await own.truncate(stream, decodeHeader(last).revision + 1);
      return taken
        .map((message) => groupMessage(engine, message, true, undefined, -1))
        .filter(({ event }) => event !== undefined);
    },
  };
};
