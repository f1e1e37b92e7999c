import { closeSync, fdatasync, openSync, readSync, renameSync } from 'node:fs';
import { promisify } from 'node:util';
import { LogCorruption } from './log-corruption';
import { entryMessage, SEGMENT_HEADER_BYTES } from './log-format';
import { openSegments } from './open-segments';
import { createSegment, writeWhole } from './segment-file';
import type { Segment, WriteAt } from './segment-file';
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
  /** Writes to a file; replaced in tests by one that fails. */
  readonly write?: WriteAt;
}

/** Where an entry lies: its position, and the bytes that it takes with its header. */
export interface EntrySpan {
  readonly position: number;
  readonly length: number;
}

/** A segment file and the position that it starts at. */
export interface SegmentPlace {
  readonly base: number;
  readonly path: string;
}

/** An append-only log in segment files. One process and one writer at a time. */
export interface EventLog {
  /** The position behind everything that is in the log. */
  readonly end: () => number;
  /**
   * The position that the next frame will start at; begins a new segment when the last one is full.
   * @throws NotWritten when there is no room for a new segment.
   */
  readonly beginFrame: () => number;
  /**
   * Writes the frame that was begun, sealed, and resolves when it would survive a power cut.
   * @throws NotWritten when there is no room for it; after any other error nobody knows what the disk has.
   */
  readonly append: (frame: Buffer) => Promise<void>;
  /**
   * The bytes from one place to another of the same segment.
   * @throws LogCorruption when the file is shorter than what was written.
   */
  readonly read: (from: number, to: number) => Buffer;
  /** The position at which the segment that holds `position` ends; infinite for the last one. */
  readonly segmentEnd: (position: number) => number;
  /** Every segment in order: where it starts, and its file. The last one is still written to. */
  readonly segments: () => readonly SegmentPlace[];
  /** Begins a new segment, between two frames. */
  readonly roll: () => void;
  /** Puts a scavenged file, whole and durable, in the place of the segment that starts at `base`; or changes nothing. */
  readonly replace: (base: number, scavenged: string) => void;
  /** The message of the entry at `at` of bytes that were read from `from`; damage is never served. */
  readonly message: (bytes: Buffer, at: number, from: number) => Buffer;
  readonly close: () => void;
}

const datasync = promisify(fdatasync);

/**
 * Opens the log of a folder, which must exist.
 * @throws LogCorruption when the log holds bytes that nobody wrote there.
 */
export const openEventLog = (options: EventLogOptions): EventLog => {
  const { folder, segmentBytes, sync = datasync, write } = options;
  const opened = openSegments(options);
  const { segments } = opened;
  let end = opened.end;

  const segmentIndex = (position: number): number => segments.findLastIndex(({ base }) => base <= position);

  const last = (): Segment => {
    const segment = segments.at(-1);
    if (segment === undefined) throw new Error('The log is closed.');
    return segment;
  };

  const roll = (): void => {
    segments.push(createSegment(folder, end));
    end += SEGMENT_HEADER_BYTES;
  };

  return {
    end: () => end,
    beginFrame: () => {
      if (end - last().base >= segmentBytes) roll();
      return end;
    },
    append: async (frame) => {
      const { base, file } = last();
      writeWhole(file, frame, end - base, write);
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
    segments: () => segments.map(({ base, path }) => ({ base, path })),
    roll,
    replace: (base, scavenged) => {
      const at = segments.findIndex((segment) => segment.base === base);
      const { path, file } = segments[at] ?? last();
      const opened = openSync(scavenged, 'r');
      renameSync(scavenged, path);
      segments[at] = { base, path, file: opened };
      closeSync(file);
    },
    close: () => {
      for (const { file } of segments.splice(0)) closeSync(file);
    },
  };
};
