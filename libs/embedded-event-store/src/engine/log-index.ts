import { TOMBSTONE_REVISION } from '../encoding/recorded-event';
import type { EventIdentity } from '../encoding/recorded-event';
import { recentEventIds } from './event-ids';
import { growingArray } from './growing-array';
import type { Revisions } from './revisions';
import { describedBy, parseStreamMetadata } from './stream-metadata';
import type { StreamMetadata } from './stream-metadata';

/** What is known of a stream whose events, metadata or tombstone are in the log. */
export interface StreamEntry extends Revisions {
  readonly name: string;
  readonly metadata: StreamMetadata;
  /** Place in the log's order of the event that ended the stream for good. */
  readonly tombstone: number | undefined;
}

/** What the index has to be told of an event. */
export interface IndexedEvent extends EventIdentity {
  readonly position: number;
  /** Where it lies, which is its position until its segment is scavenged. */
  readonly place: number;
  readonly messageLength: number;
  /** Metadata of a stream, where the event has some: JSON in a metastream. */
  readonly metadata: Buffer;
}

/** Where every event lies, in memory; rebuilt from the log at start. The ordinal of an event is its place in the log's order. */
export interface LogIndex {
  /** Takes in the next event of the log. */
  readonly add: (event: IndexedEvent) => void;
  readonly size: () => number;
  readonly position: (ordinal: number) => number;
  /** The first byte of its entry, counted from the first byte of its segment file and the position that this one starts at. */
  readonly place: (ordinal: number) => number;
  /** Bytes of the message of an event; 0 when it is gone. */
  readonly messageLength: (ordinal: number) => number;
  readonly streamName: (ordinal: number) => string;
  /** `TOMBSTONE_REVISION` for a tombstone. */
  readonly revision: (ordinal: number) => number;
  readonly stream: (name: string) => StreamEntry | undefined;
  /** The event that an id was written with first, as far back as ids are remembered. */
  readonly withId: (id: string) => number | undefined;
  /** The first event at a position or behind it; the size of the log when there is none. */
  readonly firstFrom: (position: number) => number;
  /** Notes that an event lies elsewhere now. */
  readonly move: (ordinal: number, place: number) => void;
  /** Notes that events are gone for good: of each stream the first ones that it had. */
  readonly remove: (ordinals: readonly number[]) => void;
  readonly isRemoved: (ordinal: number) => boolean;
  readonly streamCount: () => number;
  /** Events that are not gone. */
  readonly eventCount: () => number;
}

interface MutableStreamEntry extends StreamEntry {
  readonly number: number;
  first: number;
  readonly ordinals: number[];
  metadata: StreamMetadata;
  tombstone: number | undefined;
}

const TOMBSTONE_MARK = 0xffffffff;

export const createLogIndex = (): LogIndex => {
  const positions = growingArray(Float64Array);
  const places = growingArray(Float64Array);
  const lengths = growingArray(Uint32Array);
  const revisions = growingArray(Uint32Array);
  const streamNumbers = growingArray(Uint32Array);
  const names: string[] = [];
  const streams = new Map<string, MutableStreamEntry>();
  const ids = recentEventIds();
  let removed = 0;

  const entry = (name: string): MutableStreamEntry => {
    const known = streams.get(name);
    if (known !== undefined) return known;
    const added = { name, number: names.length, first: 0, ordinals: [], metadata: {}, tombstone: undefined };
    names.push(name);
    streams.set(name, added);
    return added;
  };

  return {
    add: ({ id, stream: name, revision, position, place, messageLength, metadata }) => {
      const ordinal = positions.length();
      const stream = entry(name);
      const isTombstone = revision === TOMBSTONE_REVISION;
      positions.push(position);
      places.push(place);
      lengths.push(messageLength);
      streamNumbers.push(stream.number);
      revisions.push(isTombstone ? TOMBSTONE_MARK : revision);
      if (isTombstone) stream.tombstone = ordinal;
      else {
        if (stream.ordinals.length === 0) stream.first = revision;
        stream.ordinals.push(ordinal);
      }
      ids.remember(id, ordinal);
      const described = describedBy(name);
      if (described !== undefined) entry(described).metadata = parseStreamMetadata(metadata);
    },
    size: positions.length,
    position: positions.at,
    place: places.at,
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
    move: places.set,
    remove: (ordinals) => {
      removed += ordinals.length;
      const counts = new Map<string, number>();
      for (const ordinal of ordinals) {
        lengths.set(ordinal, 0);
        const name = names[streamNumbers.at(ordinal)] ?? '';
        counts.set(name, (counts.get(name) ?? 0) + 1);
      }
      for (const [name, count] of counts) {
        const stream = entry(name);
        stream.ordinals.splice(0, count);
        stream.first += count;
      }
    },
    isRemoved: (ordinal) => lengths.at(ordinal) === 0,
    streamCount: () => names.length,
    eventCount: () => positions.length() - removed,
  };
};
