import { accessSync, constants, mkdirSync } from 'node:fs';
import { createCommitSignal } from './commit-signal';
import { openEventLog } from './event-log';
import { lockFolder } from './folder-lock';
import { followAll } from './follow-all';
import type { FollowAllQuery } from './follow-all';
import { followStream } from './follow-stream';
import type { Follower } from './follow';
import { resolveLink } from './links';
import type { Resolution } from './links';
import { createLogIndex } from './log-index';
import { createPageReader } from './page-reader';
import type { Pages } from './pages';
import { readAll } from './read-all';
import type { AllQuery } from './read-all';
import { readStream } from './read-stream';
import type { StreamQuery, StreamRead } from './read-stream';
import { createStoredEvents } from './stored-events';
import type { WriteOutcome, WriteRequest } from './write-request';
import { createWriter } from './writer';

/** A store of event streams in a folder: no protocol, one process. Everything it tells of is durable. */
export interface EventStoreEngine {
  /** @throws WriterStopped when the log could not be written: nothing is acknowledged until a restart. */
  readonly write: (request: WriteRequest) => Promise<WriteOutcome>;
  readonly readStream: (query: StreamQuery) => StreamRead;
  readonly readAll: (query: AllQuery) => Pages;
  /** `undefined` when the stream has ended for good. */
  readonly followStream: (stream: string, from: number) => Follower | undefined;
  readonly followAll: (query: FollowAllQuery) => Follower;
  readonly resolveLink: (message: Buffer) => Resolution;
  /** Events that a stream has had, deleted ones included. */
  readonly streamLength: (stream: string) => number;
  /** The position behind every event. */
  readonly end: () => number;
  /** Answers what was asked before, then gives the folder back. */
  readonly close: () => Promise<void>;
}

export interface EngineOptions {
  readonly folder: string;
  /** Told what an operator should know: a torn tail that was dropped, a writer that stopped. */
  readonly warn: (message: string) => void;
  readonly segmentBytes?: number;
  /** Makes a written file durable; replaced in tests by one that fails. */
  readonly sync?: (file: number) => Promise<void>;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

const SEGMENT_BYTES = 64 * 1024 * 1024;

/**
 * Opens the store of a folder, which is made when it is not there.
 * @throws FolderInUse, LogCorruption, or the file system's error when the folder cannot be written.
 */
export const openEngine = async (options: EngineOptions): Promise<EventStoreEngine> => {
  const { folder, warn, segmentBytes = SEGMENT_BYTES, now = Date.now } = options;
  mkdirSync(folder, { recursive: true });
  accessSync(folder, constants.R_OK | constants.W_OK);
  const lock = await lockFolder(folder);
  const index = createLogIndex();
  const log = await Promise.resolve()
    .then(() =>
      openEventLog({
        folder,
        segmentBytes,
        onEntry: index.add,
        onTornTail: (file, bytes) =>
          warn(`Dropped ${bytes} bytes of a write that was never finished from the end of ${file}.`),
        ...(options.sync && { sync: options.sync }),
      }),
    )
    .catch(async (error: unknown) => {
      await lock.release();
      throw error;
    });
  const readPage = createPageReader(log, index);
  const stored = createStoredEvents(log, index);
  const signal = createCommitSignal();
  const streamsFrom = function* (first: number): Generator<string> {
    for (let ordinal = first; ordinal < index.size(); ordinal++) yield index.streamName(ordinal);
  };
  const writer = createWriter({
    log,
    index,
    stored,
    now,
    onPublished: (first) => signal.announce(streamsFrom(first)),
    onStopped: (reason) =>
      warn(
        `The event log could not be written: ${reason.message}. Nothing is acknowledged until the node is restarted.`,
      ),
  });
  const parts = { index, readPage, signal };
  return {
    write: writer.write,
    readStream: (query) => readStream({ index, readPage, now }, query),
    readAll: (query) => readAll(index, readPage, query),
    followStream: (stream, from) => followStream(parts, stream, from),
    followAll: (query) => followAll(parts, query),
    resolveLink: (message) => resolveLink(index, stored, message),
    streamLength: (stream) => index.stream(stream)?.ordinals.length ?? 0,
    end: log.end,
    close: async () => {
      await writer.close();
      log.close();
      await lock.release();
    },
  };
};
