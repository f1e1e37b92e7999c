import type { GroupMessage } from './group-message';
import type { GroupSource } from './group-source';

/** What a group has still to send: messages that were sent before first, then what the source has. */
export interface GroupQueue {
  /**
   * Offers messages in order to whoever takes them. One that is not taken holds up those behind it, unless `overtake`.
   */
  readonly offer: (take: (message: GroupMessage) => boolean, overtake: boolean) => void;
  /** Puts messages back that are to be sent again, in the order of the source. */
  readonly putBack: (messages: readonly GroupMessage[]) => void;
  /** How far everything is dealt with, when these messages are out and not answered. */
  readonly settled: (out: readonly GroupMessage[]) => number;
  /** Whether the source has nothing more for now. */
  readonly isLive: () => boolean;
  readonly waiting: () => number;
  readonly retrying: () => number;
}

const bySource = (one: GroupMessage, other: GroupMessage): number => (one.place ?? -1) - (other.place ?? -1);

/** The message that lies first in the source; replayed ones lie nowhere. */
const firstInSource = (messages: readonly GroupMessage[]): GroupMessage | undefined =>
  messages.reduce<GroupMessage | undefined>(
    (first, message) =>
      message.place !== undefined && (first === undefined || bySource(message, first) < 0) ? message : first,
    undefined,
  );

const remaining = (
  messages: readonly GroupMessage[],
  take: (message: GroupMessage) => boolean,
  overtake: boolean,
): GroupMessage[] => {
  const left: GroupMessage[] = [];
  for (const [n, message] of messages.entries()) {
    if (take(message)) continue;
    if (!overtake) return [...left, ...messages.slice(n)];
    left.push(message);
  }
  return left;
};

/** `onSkipped` is told when the source went on and nothing of it was for the group. */
export const createQueue = (source: GroupSource, readBatchSize: number, onSkipped: () => void): GroupQueue => {
  let waiting: GroupMessage[] = [];
  let retries: GroupMessage[] = [];
  let isLive = false;

  const fill = (): void => {
    while (waiting.length < Math.max(1, readBatchSize)) {
      const messages = source.next();
      isLive = messages === undefined;
      if (messages === undefined) return;
      waiting.push(...messages);
      if (messages.length === 0) onSkipped();
    }
  };

  return {
    offer: (take, overtake) => {
      retries = remaining(retries, take, overtake);
      for (let before = -1; waiting.length !== before && (retries.length === 0 || overtake);) {
        fill();
        before = waiting.length;
        waiting = remaining(waiting, take, overtake);
      }
    },
    putBack: (messages) => {
      retries = [...retries, ...messages].sort(bySource);
    },
    settled: (out) => firstInSource([...out, ...retries])?.before ?? waiting[0]?.before ?? source.place(),
    isLive: () => isLive,
    waiting: () => waiting.length,
    retrying: () => retries.length,
  };
};
