import { closeSync, fdatasync, fsyncSync, ftruncateSync, openSync, readSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { LogCorruption } from './log-corruption';
import { entryMessage, SEGMENT_HEADER_BYTES, segmentHeader, segmentName } from './log-format';
import { listSegments } from './segment-list';
import { scanSegment } from './segment-scan';
import type { EntryVisitor } from './segment-scan';

/** How a log is opened. */
export interface EventLogOptions {
  readonly folder: string;
  /** A segment that has reached this many bytes is followed by a new one. */
  readonly segmentBytes: number;
  /** Told of every event that the log holds already. */
  readonly onEntry: EntryVisitor;
  /** Told when the end of a frame that was never acknowledged is dropped. */
  readonly onTornTail: (file: string, bytes: number) => void;
  /** Makes what was written survive a power cut; replaced in tests by one that fails. */
  readonly sync?: (file: number) => Promise<void>;
}

/** Where an entry lies: its position, and the bytes that it takes with its header. */
export interface EntrySpan {
  readonly position: number;
  readonly length: number;
}

/** An append-only log in segment files. One process and one writer at a time. */
export interface EventLog {
  /** The position behind everything that is in the log. */
  readonly end: () => number;
  /** The position that the next frame will start at; begins a new segment when the last one is full. */
  readonly beginFrame: () => number;
  /** Writes the frame that was begun, sealed, and resolves when it would survive a power cut. */
  readonly append: (frame: Buffer) => Promise<void>;
  /**
   * The bytes from one position to another of the same segment.
   * @throws LogCorruption when the file is shorter than what was written.
   */
  readonly read: (from: number, to: number) => Buffer;
  /** The position at which the segment that holds `position` ends; infinite for the last one. */
  readonly segmentEnd: (position: number) => number;
  /** The message of the entry at `at` of bytes that were read from `from`; damage is never served. */
  readonly message: (bytes: Buffer, at: number, from: number) => Buffer;
  readonly close: () => void;
}

interface Segment {
  readonly base: number;
  readonly path: string;
  readonly file: number;
}

const datasync = promisify(fdatasync);

const syncFolder = (folder: string): void => {
  const file = openSync(folder, 'r');
  fsyncSync(file);
  closeSync(file);
};

const writeWhole = (file: number, bytes: Buffer, at: number): void => {
  for (let done = 0; done < bytes.length;) done += writeSync(file, bytes, done, bytes.length - done, at + done);
};

const createSegment = (folder: string, base: number): Segment => {
  const path = join(folder, segmentName(base));
  const file = openSync(path, 'w+');
  writeWhole(file, segmentHeader(base), 0);
  fsyncSync(file);
  syncFolder(folder);
  return { base, path, file };
};

/** Reads every segment, drops a tail that was never acknowledged, and returns the segments with the end of the log. */
const openSegments = ({ folder, onEntry, onTornTail }: EventLogOptions): { segments: Segment[]; end: number } => {
  const segments: Segment[] = [];
  let end = 0;
  const listed = listSegments(folder);
  for (const [n, { base, path }] of listed.entries()) {
    if (base !== end) throw new LogCorruption(path, 0, `a segment is missing: this one starts at ${base}, not ${end}`);
    const scan = scanSegment(path, base, n === listed.length - 1, onEntry);
    if (scan.torn > 0) onTornTail(path, scan.torn);
    if (scan.end < SEGMENT_HEADER_BYTES)
      return { segments: [...segments, createSegment(folder, base)], end: base + SEGMENT_HEADER_BYTES };
    const file = openSync(path, 'r+');
    if (scan.torn > 0) ftruncateSync(file, scan.end);
    segments.push({ base, path, file });
    end = base + scan.end;
  }
  if (segments.length > 0) return { segments, end };
  return { segments: [createSegment(folder, 0)], end: SEGMENT_HEADER_BYTES };
};

/**
 * Opens the log of a folder, which must exist.
 * @throws LogCorruption when the log holds bytes that nobody wrote there.
 */
export const openEventLog = (options: EventLogOptions): EventLog => {
  const { folder, segmentBytes, sync = datasync } = options;
  const opened = openSegments(options);
  const { segments } = opened;
  let end = opened.end;

  const segmentIndex = (position: number): number => segments.findLastIndex(({ base }) => base <= position);

  const last = (): Segment => {
    const segment = segments.at(-1);
    if (segment === undefined) throw new Error('The log is closed.');
    return segment;
  };

  return {
    end: () => end,
    beginFrame: () => {
      if (end - last().base < segmentBytes) return end;
      segments.push(createSegment(folder, end));
      end += SEGMENT_HEADER_BYTES;
      return end;
    },
    append: async (frame) => {
      const { base, file } = last();
      writeWhole(file, frame, end - base);
      await sync(file);
      end += frame.length;
    },
    read: (from, to) => {
      const segment = segments[segmentIndex(from)] ?? last();
      const bytes = Buffer.allocUnsafe(to - from);
      const read = readSync(segment.file, bytes, 0, bytes.length, from - segment.base);
      if (read < bytes.length) throw new LogCorruption(segment.path, from - segment.base + read, 'the file ends');
      return bytes;
    },
    segmentEnd: (position) => segments[segmentIndex(position) + 1]?.base ?? Number.POSITIVE_INFINITY,
    message: (bytes, at, from) => {
      const message = entryMessage(bytes, at);
      if (message !== undefined) return message;
      const { base, path } = segments[segmentIndex(from)] ?? last();
      throw new LogCorruption(path, from - base + at, 'a record does not match its checksum');
    },
    close: () => {
      for (const { file } of segments.splice(0)) closeSync(file);
    },
  };
};
