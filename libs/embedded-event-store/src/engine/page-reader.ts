import type { EventLog } from './event-log';
import { ENTRY_HEADER_BYTES } from './log-format';
import type { LogIndex } from './log-index';

/** Messages of many events with few reads of the file. */
export type PageReader = (ordinals: readonly number[]) => readonly Buffer[];

/** Bytes between two events that are cheaper to read along than to leave out. */
const GAP = 16 * 1024;

/** Bytes that one read of the file takes at most, one event excepted. */
const SPAN = 512 * 1024;

/** The ordinals must be all rising or all falling, and none of them gone; the messages come in the same order. */
export const createPageReader = (log: EventLog, index: LogIndex): PageReader => {
  const endOf = (ordinal: number): number => index.place(ordinal) + ENTRY_HEADER_BYTES + index.messageLength(ordinal);

  /** How many of the ordinals from `start` on lie so close together that they are read at once. */
  const runLength = (ordinals: readonly number[], start: number): number => {
    const first = ordinals[start] ?? 0;
    const segmentEnd = log.segmentEnd(index.place(first));
    let [low, high] = [index.place(first), endOf(first)];
    let length = 1;
    for (let next = ordinals[start + 1]; next !== undefined; next = ordinals[start + length]) {
      const [from, to] = [index.place(next), endOf(next)];
      const isNear = from >= high ? from - high <= GAP : low - to <= GAP;
      const sameSegment = from < segmentEnd && log.segmentEnd(from) === segmentEnd;
      if (!isNear || !sameSegment || Math.max(high, to) - Math.min(low, from) > SPAN) break;
      [low, high] = [Math.min(low, from), Math.max(high, to)];
      length += 1;
    }
    return length;
  };

  return (ordinals) => {
    const messages: Buffer[] = [];
    for (let start = 0; start < ordinals.length;) {
      const run = ordinals.slice(start, start + runLength(ordinals, start));
      const [first, last] = [run[0] ?? 0, run.at(-1) ?? 0];
      const from = index.place(Math.min(first, last));
      const bytes = log.read(from, endOf(Math.max(first, last)));
      for (const ordinal of run) messages.push(log.message(bytes, index.place(ordinal) - from, from));
      start += run.length;
    }
    return messages;
  };
};
