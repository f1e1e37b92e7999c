import { readFileSync } from 'node:fs';
import { LogCorruption } from './log-corruption';
import {
  ENTRY_HEADER_BYTES,
  FRAME_HEADER_BYTES,
  framePayloadLength,
  isWholeFrame,
  SEGMENT_HEADER_BYTES,
  segmentHeader,
} from './log-format';

/** Told of every entry in log order: its position, its message, not to be kept, and the file that it lies in. */
export type EntryVisitor = (position: number, message: Buffer) => void;

/** What a scan found: where the whole frames end, and how many bytes of a frame that was never finished follow. */
export interface SegmentScan {
  readonly end: number;
  readonly torn: number;
}

const visitEntries = (bytes: Buffer, start: number, end: number, base: number, visit: EntryVisitor): void => {
  for (let at = start; at < end;) {
    const length = bytes.readUInt32LE(at);
    visit(base + at, bytes.subarray(at + ENTRY_HEADER_BYTES, at + ENTRY_HEADER_BYTES + length));
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
const isTorn = (bytes: Buffer, at: number, base: number): boolean => {
  const length = framePayloadLength(bytes, at, base + at);
  if (length !== undefined) return at + FRAME_HEADER_BYTES + length > bytes.length || bytes[bytes.length - 1] === 0;
  const tooShort = bytes.length - at < FRAME_HEADER_BYTES;
  return tooShort || bytes[bytes.length - 1] === 0;
};

const requireHeader = (bytes: Buffer, base: number, file: string): void => {
  if (!bytes.subarray(0, SEGMENT_HEADER_BYTES).equals(segmentHeader(base)))
    throw new LogCorruption(file, 0, 'the header of a segment is not what was written');
};

/**
 * Reads a segment from end to end. Only the last segment may end in a frame that a crash cut off.
 * @throws LogCorruption when anything else is wrong.
 */
export const scanSegment = (file: string, base: number, isLast: boolean, visit: EntryVisitor): SegmentScan => {
  const bytes = readFileSync(file);
  if (isLast && bytes.length < SEGMENT_HEADER_BYTES) return { end: 0, torn: bytes.length };
  requireHeader(bytes, base, file);
  let at = SEGMENT_HEADER_BYTES;
  while (at < bytes.length) {
    const length = framePayloadLength(bytes, at, base + at);
    if (length === undefined || !isWholeFrame(bytes, at, length)) {
      if (isLast && isTorn(bytes, at, base) && !wholeFrameBehind(bytes, at, base))
        return { end: at, torn: bytes.length - at };
      throw new LogCorruption(file, at, 'a record does not match its checksum');
    }
    const end = at + FRAME_HEADER_BYTES + length;
    visitEntries(bytes, at + FRAME_HEADER_BYTES, end, base, visit);
    at = end;
  }
  return { end: at, torn: 0 };
};
