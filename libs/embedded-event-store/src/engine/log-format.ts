import { crc32 } from 'node:zlib';

/**
 * How the log lies on disk. A segment file is a header and then frames; a frame is what one group commit wrote, whole
 * or not at all; a frame holds entries, one per event. All numbers are little endian.
 *
 *     segment: magic (8 bytes), position of the segment's first byte in the whole log (8 bytes)
 *     scavenged segment: another magic (8), the same position (8), position of the next segment (8), CRC-32 of those (4)
 *     frame:   payload length (4), CRC-32 of the payload (4), CRC-32 of those two and the frame's position (4), payload
 *     entry:   message length (4), CRC-32 of the message (4), message
 *
 * The position of an event is the place of its entry in the whole log, counted in bytes from the first segment. A scavenged
 * segment lacks events, so that those behind them lie nearer to its start; they keep their positions, which are part of them.
 */
export const SEGMENT_MAGIC = Buffer.from('REFLOG01', 'latin1');
export const SCAVENGED_MAGIC = Buffer.from('REFLOG02', 'latin1');
export const SEGMENT_HEADER_BYTES = 16;
export const SCAVENGED_HEADER_BYTES = 28;
export const FRAME_HEADER_BYTES = 12;
export const ENTRY_HEADER_BYTES = 8;

const SEGMENT_NAME = /^(\d{20})\.log$/;

export const segmentName = (base: number): string => `${String(base).padStart(20, '0')}.log`;

/** The position that a segment starts at by its name; `undefined` when the file is no segment. */
export const segmentBase = (name: string): number | undefined => {
  const digits = SEGMENT_NAME.exec(name)?.[1];
  return digits === undefined ? undefined : Number(digits);
};

export const segmentHeader = (base: number): Buffer => {
  const header = Buffer.alloc(SEGMENT_HEADER_BYTES);
  SEGMENT_MAGIC.copy(header);
  header.writeBigUInt64LE(BigInt(base), 8);
  return header;
};

export const scavengedHeader = (base: number, next: number): Buffer => {
  const header = Buffer.alloc(SCAVENGED_HEADER_BYTES);
  SCAVENGED_MAGIC.copy(header);
  header.writeBigUInt64LE(BigInt(base), 8);
  header.writeBigUInt64LE(BigInt(next), 16);
  header.writeUInt32LE(crc32(header.subarray(0, 24)), 24);
  return header;
};

/** What the header of a segment says: its length, and for a scavenged one where the next segment starts. */
export interface SegmentHead {
  readonly bytes: number;
  readonly next?: number;
}

/** The header of the segment that starts at `base`; `undefined` when it is not what was written. */
export const readSegmentHead = (bytes: Buffer, base: number): SegmentHead | undefined => {
  if (bytes.subarray(0, SEGMENT_HEADER_BYTES).equals(segmentHeader(base))) return { bytes: SEGMENT_HEADER_BYTES };
  if (bytes.length < SCAVENGED_HEADER_BYTES) return undefined;
  const next = Number(bytes.readBigUInt64LE(16));
  const isWritten = bytes.subarray(0, SCAVENGED_HEADER_BYTES).equals(scavengedHeader(base, next));
  return isWritten ? { bytes: SCAVENGED_HEADER_BYTES, next } : undefined;
};

/** The position is part of the sum, so that a frame in the wrong place is no frame. */
const headerSum = (frame: Buffer, at: number, position: number): number => {
  const place = Buffer.alloc(8);
  place.writeBigUInt64LE(BigInt(position));
  return crc32(place, crc32(frame.subarray(at, at + 8)));
};

/** Completes the header of a frame whose payload is in place. */
export const sealFrame = (frame: Buffer, position: number): void => {
  frame.writeUInt32LE(frame.length - FRAME_HEADER_BYTES, 0);
  frame.writeUInt32LE(crc32(frame.subarray(FRAME_HEADER_BYTES)), 4);
  frame.writeUInt32LE(headerSum(frame, 0, position), 8);
};

/** Completes the header of the entry at `at` whose message ends at `end`. */
export const sealEntry = (frame: Buffer, at: number, end: number): void => {
  const start = at + ENTRY_HEADER_BYTES;
  frame.writeUInt32LE(end - start, at);
  frame.writeUInt32LE(crc32(frame.subarray(start, end)), at + 4);
};

/** Length of the payload of the frame at `at`; `undefined` when there is no frame header. */
export const framePayloadLength = (bytes: Buffer, at: number, position: number): number | undefined => {
  if (at + FRAME_HEADER_BYTES > bytes.length) return undefined;
  if (bytes.readUInt32LE(at + 8) !== headerSum(bytes, at, position)) return undefined;
  const length = bytes.readUInt32LE(at);
  return length === 0 ? undefined : length;
};

/** Whether the frame at `at`, of which the header is right, is all there and unharmed. */
export const isWholeFrame = (bytes: Buffer, at: number, payloadLength: number): boolean => {
  const start = at + FRAME_HEADER_BYTES;
  if (start + payloadLength > bytes.length) return false;
  return crc32(bytes.subarray(start, start + payloadLength)) === bytes.readUInt32LE(at + 4);
};

/** The message of the entry at `at`; `undefined` when its bytes are not those that were written. */
export const entryMessage = (bytes: Buffer, at: number): Buffer | undefined => {
  const start = at + ENTRY_HEADER_BYTES;
  if (start > bytes.length) return undefined;
  const message = bytes.subarray(start, start + bytes.readUInt32LE(at));
  return crc32(message) === bytes.readUInt32LE(at + 4) ? message : undefined;
};
