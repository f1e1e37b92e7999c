import { decodeData, decodeIdentity, TOMBSTONE_REVISION } from '../encoding/recorded-event';
import { recentEventIds } from './event-ids';
import { growingArray } from './growing-array';
import { isMetastream, originalOf, parseStreamMetadata } from './stream-metadata';
import type { StreamMetadata } from './stream-metadata';

/** What is known of a stream whose events, metadata or tombstone are in the log. */
export interface StreamEntry {
  readonly name: string;
  /** Place in the log's order of each event, by revision. */
  readonly ordinals: readonly number[];
  readonly metadata: StreamMetadata;
  /** Place in the log's order of the event that ended the stream for good. */
  readonly tombstone: number | undefined;
}

/** Where every event lies, in memory; rebuilt from the log at start. The ordinal of an event is its place in the log's order. */
export interface LogIndex {
  /** Takes in the next event of the log. */
  readonly add: (position: number, message: Buffer) => void;
  readonly size: () => number;
  readonly position: (ordinal: number) => number;
  /** Bytes of the message of an event. */
  readonly messageLength: (ordinal: number) => number;
  readonly streamName: (ordinal: number) => string;
  /** `TOMBSTONE_REVISION` for a tombstone. */
  readonly revision: (ordinal: number) => number;
  readonly stream: (name: string) => StreamEntry | undefined;
  /** The event that an id was written with first, as far back as ids are remembered. */
  readonly withId: (id: string) => number | undefined;
  /** The first event at a position or behind it; the size of the log when there is none. */
  readonly firstFrom: (position: number) => number;
}

interface MutableStreamEntry extends StreamEntry {
  readonly number: number;
  readonly ordinals: number[];
  metadata: StreamMetadata;
  tombstone: number | undefined;
}

const TOMBSTONE_MARK = 0xffffffff;

export const createLogIndex = (): LogIndex => {
  const positions = growingArray(Float64Array);
  const lengths = growingArray(Uint32Array);
  const revisions = growingArray(Uint32Array);
  const streamNumbers = growingArray(Uint32Array);
  const names: string[] = [];
  const streams = new Map<string, MutableStreamEntry>();
  const ids = recentEventIds();

  const entry = (name: string): MutableStreamEntry => {
    const known = streams.get(name);
    if (known !== undefined) return known;
    const added = { name, number: names.length, ordinals: [], metadata: {}, tombstone: undefined };
    names.push(name);
    streams.set(name, added);
    return added;
  };

  return {
    add: (position, message) => {
      const header = decodeIdentity(message);
      const ordinal = positions.length();
      const stream = entry(header.stream);
      const isTombstone = header.revision === TOMBSTONE_REVISION;
      positions.push(position);
      lengths.push(message.length);
      streamNumbers.push(stream.number);
      revisions.push(isTombstone ? TOMBSTONE_MARK : header.revision);
      if (isTombstone) stream.tombstone = ordinal;
      else stream.ordinals.push(ordinal);
      ids.remember(header.id, ordinal);
      if (isMetastream(header.stream))
        entry(originalOf(header.stream)).metadata = parseStreamMetadata(decodeData(message));
    },
    size: positions.length,
    position: positions.at,
    messageLength: lengths.at,
    streamName: (ordinal) => names[streamNumbers.at(ordinal)] ?? '',
    revision: (ordinal) => {
      const revision = revisions.at(ordinal);
      return revision === TOMBSTONE_MARK ? TOMBSTONE_REVISION : revision;
    },
    stream: (name) => streams.get(name),
    withId: ids.ordinal,
    firstFrom: (position) => {
      let [low, high] = [0, positions.length()];
      while (low < high) {
        const middle = (low + high) >>> 1;
        if (positions.at(middle) < position) low = middle + 1;
        else high = middle;
      }
      return low;
    },
  };
};
