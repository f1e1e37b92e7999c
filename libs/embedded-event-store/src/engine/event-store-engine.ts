import { accessSync, constants, mkdirSync, statSync } from 'node:fs';
import type { AccessControlList } from '../access/access-control-list';
import { backUp } from './backup';
import type { BackupReport } from './backup-manifest';
import { createCommitSignal } from './commit-signal';
import { openEventLog } from './event-log';
import { lockFolder } from './folder-lock';
import { followAll } from './follow-all';
import type { FollowAllQuery } from './follow-all';
import { followStream } from './follow-stream';
import type { Follower } from './follow';
import { resolveLink } from './links';
import type { Resolution } from './links';
import { indexedEvent } from './indexed-event';
import { createLogIndex } from './log-index';
import { createPageReader } from './page-reader';
import type { Pages } from './pages';
import { readAll } from './read-all';
import type { AllQuery } from './read-all';
import { readStream } from './read-stream';
import type { StreamQuery, StreamRead } from './read-stream';
import { lengthOf, noRevisions } from './revisions';
import { scavenge } from './scavenge';
import type { ScavengeReport } from './scavenge';
import type { WriteAt } from './segment-file';
import { createStoredEvents } from './stored-events';
import { createTurnstile } from './turnstile';
import { verifyLog } from './verify-log';
import type { VerifyReport } from './verify-log';
import type { WriteOutcome, WriteRequest } from './write-request';
import { createWriter } from './writer';

/** A store of event streams in a folder: no protocol, one process. Everything it tells of is durable. */
export interface EventStoreEngine {
  /**
   * @throws WriteRefused when there was no room for it: it may be tried again.
   * @throws WriterStopped when the log could not be written: nothing is acknowledged until a restart.
   */
  readonly write: (request: WriteRequest) => Promise<WriteOutcome>;
  readonly readStream: (query: StreamQuery) => StreamRead;
  readonly readAll: (query: AllQuery) => Pages;
  /** `undefined` when the stream has ended for good. */
  readonly followStream: (stream: string, from: number) => Follower | undefined;
  readonly followAll: (query: FollowAllQuery) => Follower;
  readonly resolveLink: (message: Buffer) => Resolution;
  /** Events that a stream has had, deleted ones included. */
  readonly streamLength: (stream: string) => number;
  /** Who may do what with a stream, by its own metadata. */
  readonly accessControlList: (stream: string) => AccessControlList | undefined;
  /** The position behind every event. */
  readonly end: () => number;
  readonly scavenge: () => Promise<ScavengeReport>;
  /** Copies everything up to now into a new folder, while appends and reads go on. */
  readonly backup: (to: string) => Promise<BackupReport>;
  /**
   * Walks the whole log.
   * @throws LogCorruption that names the first record which is not what was written.
   */
  readonly verify: () => Promise<VerifyReport>;
  readonly facts: () => EngineFacts;
  /** Answers what was asked before, then gives the folder back. */
  readonly close: () => Promise<void>;
}

/** How much is in the store. */
export interface EngineFacts {
  readonly events: number;
  /** Names of streams that were ever used, metastreams included. */
  readonly streams: number;
  readonly segments: number;
  /** Bytes of the log on the disk. */
  readonly bytes: number;
  /** The position behind every event. */
  readonly end: number;
}

export interface EngineOptions {
  readonly folder: string;
  /** Told what an operator should know: a torn tail that was dropped, a writer that stopped. */
  readonly warn: (message: string) => void;
  readonly segmentBytes?: number;
  /** Makes a written file durable; replaced in tests by one that fails. */
  readonly sync?: (file: number) => Promise<void>;
  /** Writes to a file; replaced in tests by one that fails. */
  readonly write?: WriteAt;
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
        onEntry: (position, message, place) => index.add(indexedEvent(position, message, place)),
        onTornTail: (file, bytes) =>
          warn(`Dropped ${bytes} bytes of a write that was never finished from the end of ${file}.`),
        ...(options.sync && { sync: options.sync }),
        ...(options.write && { write: options.write }),
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
    onRefused: (reason) =>
      warn(`There is no room for the event log: ${reason.message}. Appends are refused until there is some.`),
    onStopped: (reason) =>
      warn(
        `The event log could not be written: ${reason.message}. Nothing is acknowledged until the node is restarted.`,
      ),
  });
  const parts = { index, readPage, signal };
  const oneAtATime = createTurnstile();
  return {
    write: writer.write,
    readStream: (query) => readStream({ index, readPage, now }, query),
    readAll: (query) => readAll(index, readPage, query),
    followStream: (stream, from) => followStream(parts, stream, from),
    followAll: (query) => followAll(parts, query),
    resolveLink: (message) => resolveLink({ index, stored, now }, message),
    streamLength: (stream) => lengthOf(index.stream(stream) ?? noRevisions),
    accessControlList: (stream) => index.stream(stream)?.metadata.accessControlList,
    end: log.end,
    scavenge: () => oneAtATime(() => scavenge({ log, index, readPage, writer, now: now() })),
    backup: (to) => oneAtATime(() => backUp({ folder, segments: log.segments(), end: log.end() }, to)),
    verify: () => oneAtATime(() => verifyLog(folder, log.end())),
    facts: () => ({
      events: index.eventCount(),
      streams: index.streamCount(),
      segments: log.segments().length,
      bytes: log.segments().reduce((sum, { path }) => sum + statSync(path).size, 0),
      end: log.end(),
    }),
    close: async () => {
      await writer.close();
      log.close();
      await lock.release();
    },
  };
};
