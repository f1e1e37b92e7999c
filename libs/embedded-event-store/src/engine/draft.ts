import { encodedBound, encodeEvent, headersAt, TOMBSTONE_REVISION } from '../encoding/recorded-event';
import type { StreamView } from './append-decision';
import type { FrameBuffer } from './frame-buffer';
import { ENTRY_HEADER_BYTES, FRAME_HEADER_BYTES, sealEntry, sealFrame } from './log-format';
import type { IndexedEvent, LogIndex } from './log-index';
import { lengthOf, ordinalAt } from './revisions';
import {
  describedBy,
  isMetastream,
  metadataIn,
  metastreamOf,
  originalOf,
  parseStreamMetadata,
} from './stream-metadata';
import type { StreamMetadata } from './stream-metadata';
import type { StoredEvents } from './stored-events';
import type { ProposedEvent } from './write-request';

/** What a draft reads: the index of what is durable and the events themselves; and the bytes it writes into. */
export interface DraftSource {
  readonly index: LogIndex;
  readonly stored: StoredEvents;
  readonly buffer: FrameBuffer;
}

/** The group commit in the making: what is written in it is seen by its later writes and by nobody else. */
export interface Draft {
  readonly view: (stream: string) => StreamView;
  /** Data of the newest metadata event of a stream; empty without any. */
  readonly metadataData: (stream: string) => Buffer;
  /** Adds events behind the last one of a stream; returns the position of the last one. */
  readonly write: (stream: string, events: readonly ProposedEvent[]) => number;
  readonly tombstone: (stream: string, event: ProposedEvent) => number;
  readonly isEmpty: () => boolean;
  /** Bytes so far. */
  readonly length: () => number;
  /** The frame to be written; valid until the next draft is begun. */
  readonly seal: () => Buffer;
  /** Tells the index of everything in the frame, once it is durable. */
  readonly publish: () => void;
}

interface PendingStream {
  readonly ids: string[];
  tombstoned: boolean;
  metadata: StreamMetadata;
  /** Metadata as somebody wrote it, when that was in this draft. */
  metadataData: Buffer | undefined;
}

/** Begins a draft whose frame will start at `start`. One draft at a time for one buffer. */
export const beginDraft = ({ index, stored: storedEvents, buffer }: DraftSource, start: number, now: number): Draft => {
  const pendingStreams = new Map<string, PendingStream>();
  const pendingIds = new Map<string, IndexedEvent>();
  const entries: IndexedEvent[] = [];
  const encodeHeaders = headersAt(now);
  let end = FRAME_HEADER_BYTES;
  let sorted = 0;

  const stored = (stream: string) => index.stream(stream);

  const pending = (stream: string): PendingStream => {
    const known = pendingStreams.get(stream);
    if (known !== undefined) return known;
    const added = {
      ids: [],
      tombstoned: stored(stream)?.tombstone !== undefined,
      metadata: stored(stream)?.metadata ?? {},
      metadataData: undefined,
    };
    pendingStreams.set(stream, added);
    return added;
  };

  const storedCount = (stream: string): number => {
    const entry = stored(stream);
    return entry === undefined ? 0 : lengthOf(entry);
  };

  const lastRevision = (stream: string): number =>
    storedCount(stream) + (pendingStreams.get(stream)?.ids.length ?? 0) - 1;

  /** The ids of a draft are sorted in no sooner than somebody asks: few appends do. */
  const pendingEvent = (id: string): IndexedEvent | undefined => {
    for (let event = entries[sorted]; event !== undefined; event = entries[++sorted])
      if (!pendingIds.has(event.id)) pendingIds.set(event.id, event);
    return pendingIds.get(id);
  };

  const revisionOf = (stream: string, id: string): number | undefined => {
    const ordinal = index.withId(id);
    if (ordinal !== undefined) return index.streamName(ordinal) === stream ? index.revision(ordinal) : undefined;
    const written = pendingEvent(id);
    return written?.stream === stream ? written.revision : undefined;
  };

  const idAt = (stream: string, revision: number): string | undefined => {
    const entry = stored(stream);
    const ordinal = entry && ordinalAt(entry, revision);
    return ordinal === undefined
      ? pendingStreams.get(stream)?.ids[revision - storedCount(stream)]
      : storedEvents.id(ordinal);
  };

  const isTombstoned = (stream: string): boolean =>
    pendingStreams.get(stream)?.tombstoned ?? stored(stream)?.tombstone !== undefined;

  const add = (stream: string, name: Buffer, revision: number, event: ProposedEvent): number => {
    const { id, metadata, data } = event;
    const [entry, position] = [end, start + end];
    const headers = encodeHeaders(event.type, event.contentType);
    const toEncode = { id, stream: name, revision, position, headers, metadata, data };
    buffer.reserve(end, ENTRY_HEADER_BYTES + encodedBound(toEncode));
    const frame = buffer.bytes();
    end = encodeEvent(frame, end + ENTRY_HEADER_BYTES, toEncode);
    sealEntry(frame, entry, end);
    const messageLength = end - entry - ENTRY_HEADER_BYTES;
    const described = metadataIn(stream, event);
    entries.push({ id, stream, revision, position, place: position, messageLength, metadata: described });
    return position;
  };

  const noteMetadata = (stream: string, event: ProposedEvent): void => {
    const described = describedBy(stream);
    if (described === undefined) return;
    const about = pending(described);
    about.metadata = parseStreamMetadata(metadataIn(stream, event));
    about.metadataData = event.data;
  };

  return {
    view: (stream) => ({
      lastRevision: lastRevision(stream),
      tombstoned:
        isTombstoned(stream) || (isMetastream(stream) && isTombstoned(originalOf(stream)) && lastRevision(stream) < 0),
      metadata: pendingStreams.get(stream)?.metadata ?? stored(stream)?.metadata ?? {},
      hasMetadata: lastRevision(metastreamOf(stream)) >= 0,
      revisionOf: (id) => revisionOf(stream, id),
      idAt: (revision) => idAt(stream, revision),
    }),
    metadataData: (stream) => pendingStreams.get(stream)?.metadataData ?? storedEvents.metadata(stream),
    write: (stream, events) => {
      const name = Buffer.from(stream, 'utf8');
      const { ids } = pending(stream);
      const before = storedCount(stream);
      let position = 0;
      for (const event of events) {
        position = add(stream, name, before + ids.length, event);
        ids.push(event.id);
        noteMetadata(stream, event);
      }
      return position;
    },
    tombstone: (stream, event) => {
      pending(stream).tombstoned = true;
      return add(stream, Buffer.from(stream, 'utf8'), TOMBSTONE_REVISION, event);
    },
    isEmpty: () => entries.length === 0,
    length: () => end,
    seal: () => {
      const sealed = buffer.bytes().subarray(0, end);
      sealFrame(sealed, start);
      return sealed;
    },
    publish: () => {
      for (const event of entries) index.add(event);
    },
  };
};
