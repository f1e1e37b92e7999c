import { readFile } from 'node:fs/promises';
import { crc32 } from 'node:zlib';
import { decodeIdentity, storedPosition, TOMBSTONE_REVISION } from '../encoding/recorded-event';
import type { EventIdentity } from '../encoding/recorded-event';
import { LogCorruption } from './log-corruption';
import {
  ENTRY_HEADER_BYTES,
  entryMessage,
  FRAME_HEADER_BYTES,
  framePayloadLength,
  isWholeFrame,
  readSegmentHead,
  SEGMENT_HEADER_BYTES,
} from './log-format';
import type { SegmentHead } from './log-format';
import { listSegments } from './segment-list';
import { isTornTail } from './segment-scan';

/** What was found of a log that is whole. */
export interface VerifyReport {
  readonly segments: number;
  readonly events: number;
  readonly streams: number;
  /** Position behind the last event. */
  readonly end: number;
  /** Bytes at the end of a write that was never finished; the next start drops them. */
  readonly unfinishedBytes: number;
}

/** How far the walk is, and what it saw. */
interface Walk {
  readonly revisions: Map<string, number>;
  events: number;
  position: number;
  /** Where a segment was scavenged, streams may lack their first events. */
  hasGaps: boolean;
  last: EventIdentity | undefined;
}

interface OpenSegment {
  readonly path: string;
  readonly base: number;
  readonly bytes: Buffer;
  readonly head: SegmentHead;
  readonly isLast: boolean;
}

const PAUSE_BYTES = 512 * 1024;

const damaged = ({ path }: { readonly path: string }, at: number, found: string, { events, last }: Walk): never => {
  const before = last === undefined ? 'the first one' : `the one behind ${last.revision}@${last.stream}`;
  throw new LogCorruption(path, at, `${found}, record ${events + 1} of the log, ${before},`);
};

const follows = ({ stream, revision }: EventIdentity, { revisions, hasGaps }: Walk): boolean => {
  const before = revisions.get(stream);
  if (revision === TOMBSTONE_REVISION) return true;
  return before === undefined ? hasGaps || revision === 0 : revision === before + 1;
};

const decoded = (message: Buffer): { readonly identity: EventIdentity; readonly position: number } | undefined => {
  try {
    return { identity: decodeIdentity(message), position: storedPosition(message) };
  } catch {
    return undefined;
  }
};

/** Checks the record at `at` and returns where it ends. */
const verifyEntry = (segment: OpenSegment, at: number, end: number, walk: Walk): number => {
  const { bytes, base, head } = segment;
  const message = at + ENTRY_HEADER_BYTES <= end ? entryMessage(bytes.subarray(0, end), at) : undefined;
  if (message === undefined) return damaged(segment, at, 'a record does not match its checksum', walk);
  const found = decoded(message);
  if (found === undefined) return damaged(segment, at, 'a record is no event', walk);
  const { identity, position } = found;
  const isInPlace = head.next === undefined ? position === base + at : position >= base && position < head.next;
  if (!isInPlace || position <= walk.position) damaged(segment, at, 'a record is in the wrong place', walk);
  if (!follows(identity, walk))
    damaged(segment, at, `a record of ${identity.stream} has the revision ${identity.revision}`, walk);
  if (identity.revision !== TOMBSTONE_REVISION) walk.revisions.set(identity.stream, identity.revision);
  walk.events += 1;
  walk.position = position;
  walk.last = identity;
  return at + ENTRY_HEADER_BYTES + message.length;
};

/** Checks the frame at `at` record by record, and returns where it ends. */
const verifyFrame = (segment: OpenSegment, at: number, length: number, walk: Walk): number => {
  const end = at + FRAME_HEADER_BYTES + length;
  let next = at + FRAME_HEADER_BYTES;
  while (next < end) next = verifyEntry(segment, next, end, walk);
  const isWhole = crc32(segment.bytes.subarray(at + FRAME_HEADER_BYTES, end)) === segment.bytes.readUInt32LE(at + 4);
  return isWhole ? end : damaged(segment, at, 'a group of records does not match its checksum', walk);
};

/** Walks a segment; returns the bytes of a write that was never finished. */
const verifySegment = async (segment: OpenSegment, walk: Walk): Promise<number> => {
  const { bytes, base, head, isLast } = segment;
  let pause = PAUSE_BYTES;
  for (let at = head.bytes; at < bytes.length;) {
    const length = framePayloadLength(bytes, at, base + at);
    const isWhole = length !== undefined && isWholeFrame(bytes, at, length);
    if (!isWhole && isLast && isTornTail(bytes, at, base)) return bytes.length - at;
    if (length === undefined || at + FRAME_HEADER_BYTES + length > bytes.length)
      return damaged(segment, at, 'the head of a group of records does not match its checksum', walk);
    at = verifyFrame(segment, at, length, walk);
    if (at >= pause) {
      await new Promise(setImmediate); // a node that is asked goes on answering others
      pause = at + PAUSE_BYTES;
    }
  }
  return 0;
};

/**
 * Walks the whole log of a folder record by record, or up to the position `until`, and changes nothing.
 * @throws LogCorruption that names the first record which is not what was written.
 */
export const verifyLog = async (folder: string, until = Number.POSITIVE_INFINITY): Promise<VerifyReport> => {
  const walk: Walk = { revisions: new Map(), events: 0, position: -1, hasGaps: false, last: undefined };
  const listed = listSegments(folder).filter(({ base }) => base < until);
  let [end, unfinishedBytes] = [0, 0];
  for (const [n, { base, path }] of listed.entries()) {
    if (base !== end) damaged({ path }, 0, `a segment is missing, this one starts at ${base} and not ${end}`, walk);
    const bytes = (await readFile(path)).subarray(0, until - base);
    const isLast = n === listed.length - 1;
    if (isLast && bytes.length < SEGMENT_HEADER_BYTES) return report(walk, n, base, bytes.length);
    const head = readSegmentHead(bytes, base);
    if (head === undefined) return damaged({ path }, 0, 'the header of a segment is not what was written', walk);
    walk.hasGaps ||= head.next !== undefined;
    unfinishedBytes = await verifySegment({ path, base, bytes, head, isLast }, walk);
    end = head.next ?? base + bytes.length - unfinishedBytes;
  }
  return report(walk, listed.length, end, unfinishedBytes);
};

const report = ({ events, revisions }: Walk, segments: number, end: number, unfinishedBytes: number): VerifyReport => ({
  segments,
  events,
  streams: revisions.size,
  end,
  unfinishedBytes,
});
