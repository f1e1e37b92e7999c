import { readFileSync } from 'node:fs';
import { storedPosition } from '../encoding/recorded-event';
import { LogCorruption } from './log-corruption';
import {
  ENTRY_HEADER_BYTES,
  FRAME_HEADER_BYTES,
  framePayloadLength,
  isWholeFrame,
  readSegmentHead,
  SEGMENT_HEADER_BYTES,
} from './log-format';
import type { SegmentHead } from './log-format';

/** Told of every entry in log order: its position, its message, not to be kept, and the place that it lies at. */
export type EntryVisitor = (position: number, message: Buffer, place: number) => void;

/** What a scan found. */
export interface SegmentScan {
  /** Bytes of the file up to the end of its last whole frame. */
  readonly end: number;
  /** Bytes of a frame that was never finished. */
  readonly torn: number;
  /** Where the next segment starts, when this one was scavenged. */
  readonly next: number | undefined;
}

interface Span {
  readonly start: number;
  readonly end: number;
}

const visitEntries = (bytes: Buffer, { start, end }: Span, base: number, head: SegmentHead, visit: EntryVisitor) => {
  for (let at = start; at < end;) {
    const length = bytes.readUInt32LE(at);
    const message = bytes.subarray(at + ENTRY_HEADER_BYTES, at + ENTRY_HEADER_BYTES + length);
    const place = base + at;
    visit(head.next === undefined ? place : storedPosition(message), message, place);
    at += ENTRY_HEADER_BYTES + length;
  }
};

/** Whether any whole frame starts behind `at`: frames are written one after another, so what lies before it was whole once. */
const wholeFrameBehind = (bytes: Buffer, at: number, base: number): boolean => {
  for (let next = at + 1; next + FRAME_HEADER_BYTES <= bytes.length; next++) {
    const length = framePayloadLength(bytes, next, base + next);
    if (length !== undefined && isWholeFrame(bytes, next, length)) return true;
  }
  return false;
};

/**
 * A write that a crash cut off leaves a file that is too short, or pages that never reached the disk and read as zeros.
 * All other damage was done to bytes that had been written, and perhaps acknowledged.
 */
const looksTorn = (bytes: Buffer, at: number, base: number): boolean => {
  const length = framePayloadLength(bytes, at, base + at);
  if (length !== undefined) return at + FRAME_HEADER_BYTES + length > bytes.length || bytes[bytes.length - 1] === 0;
  const tooShort = bytes.length - at < FRAME_HEADER_BYTES;
  return tooShort || bytes[bytes.length - 1] === 0;
};

/** Whether what starts at `at` is a write that was never finished, and nothing that was ever whole follows. */
export const isTornTail = (bytes: Buffer, at: number, base: number): boolean =>
  looksTorn(bytes, at, base) && !wholeFrameBehind(bytes, at, base);

/**
 * Reads a segment from end to end. Only the last segment may end in a frame that a crash cut off.
 * @throws LogCorruption when anything else is wrong.
 */
export const scanSegment = (file: string, base: number, isLast: boolean, visit: EntryVisitor): SegmentScan => {
  const bytes = readFileSync(file);
  if (isLast && bytes.length < SEGMENT_HEADER_BYTES) return { end: 0, torn: bytes.length, next: undefined };
  const head = readSegmentHead(bytes, base);
  if (head === undefined) throw new LogCorruption(file, 0, 'the header of a segment is not what was written');
  let at = head.bytes;
  while (at < bytes.length) {
    const length = framePayloadLength(bytes, at, base + at);
    if (length === undefined || !isWholeFrame(bytes, at, length)) {
      if (isLast && head.next === undefined && isTornTail(bytes, at, base))
        return { end: at, torn: bytes.length - at, next: undefined };
      throw new LogCorruption(file, at, 'a record does not match its checksum');
    }
    const end = at + FRAME_HEADER_BYTES + length;
    visitEntries(bytes, { start: at + FRAME_HEADER_BYTES, end }, base, head, visit);
    at = end;
  }
  return { end: at, torn: 0, next: head.next };
};
