import { applyWrite } from './apply-write';
import { beginDraft } from './draft';
import type { Draft } from './draft';
import type { EventLog } from './event-log';
import { createFrameBuffer } from './frame-buffer';
import type { LogIndex } from './log-index';
import { NotWritten } from './not-written';
import type { StoredEvents } from './stored-events';
import type { WriteOutcome, WriteRequest } from './write-request';

/** The writer has stopped: its last write may or may not have reached the disk, so it promises nothing more until a restart. */
export class WriterStopped extends Error {
  override readonly name = 'WriterStopped';
}

/** There was no room for a write; nothing of it was written, and it may be tried again when somebody made room. */
export class WriteRefused extends Error {
  override readonly name = 'WriteRefused';
}

/** The only one who writes. */
export interface Writer {
  /**
   * Resolves when the outcome is durable.
   * @throws WriteRefused when there was no room for it.
   * @throws WriterStopped when the log could not be written; nothing is acknowledged ever after.
   */
  readonly write: (request: WriteRequest) => Promise<WriteOutcome>;
  /** Does something between two group commits. */
  readonly between: (work: () => void) => Promise<void>;
  /** Resolves when everything that was asked before is answered; then nothing is taken any more. */
  readonly close: () => Promise<void>;
}

export interface WriterParts {
  readonly log: EventLog;
  readonly index: LogIndex;
  readonly stored: StoredEvents;
  /** Told after every group commit that wrote something: events from this ordinal on are new. */
  readonly onPublished: (firstOrdinal: number) => void;
  /** Told of the first of some refusals in a row. */
  readonly onRefused: (reason: Error) => void;
  readonly onStopped: (reason: Error) => void;
  readonly now: () => number;
}

interface QueuedWrite {
  readonly request: WriteRequest;
  readonly resolve: (outcome: WriteOutcome) => void;
  readonly reject: (error: Error) => void;
}

/** A group commit is not made larger than this, so that nobody waits long for others. */
const GROUP_BYTES = 4 * 1024 * 1024;

export const createWriter = ({ log, index, stored, onPublished, onRefused, onStopped, now }: WriterParts): Writer => {
  const buffer = createFrameBuffer();
  let queue: QueuedWrite[] = [];
  let running: Promise<void> | undefined;
  let stopped: WriterStopped | undefined;
  let chores: (() => void)[] = [];
  let isRefusing = false;

  const outcomeOf = (draft: Draft, request: WriteRequest): WriteOutcome => {
    if (request.kind === 'append' && request.deadline !== undefined && request.deadline < now())
      return { kind: 'timed-out' };
    return applyWrite({ draft, positionOf: stored.position }, request);
  };

  const rejectAll = (group: readonly QueuedWrite[], error: Error): void => {
    for (const { reject } of [...group, ...queue]) reject(error);
    queue = [];
  };

  const refuse = (reason: NotWritten, group: readonly QueuedWrite[]): void => {
    rejectAll(group, new WriteRefused(`There is no room for the event log (${reason.message}); nothing was written.`));
    if (!isRefusing) onRefused(reason);
    isRefusing = true;
  };

  const stop = (error: unknown, group: readonly QueuedWrite[]): void => {
    const reason = error instanceof Error ? error : new Error(String(error));
    stopped = new WriterStopped(`The event log could not be written (${reason.message}); restart the node.`);
    rejectAll(group, stopped);
    onStopped(reason);
  };

  const commit = async (draft: Draft, answers: readonly (() => void)[]): Promise<void> => {
    if (!draft.isEmpty()) {
      await log.append(draft.seal());
      isRefusing = false;
    }
    const first = index.size();
    draft.publish();
    buffer.release();
    for (const answer of answers) answer();
    if (index.size() > first) onPublished(first);
  };

  const commitGroup = async (): Promise<void> => {
    const group: QueuedWrite[] = [];
    try {
      const draft = beginDraft({ index, stored, buffer }, log.beginFrame(), now());
      const answers: (() => void)[] = [];
      while (draft.length() < GROUP_BYTES) {
        const write = queue[group.length];
        if (write === undefined) break;
        group.push(write);
        const outcome = outcomeOf(draft, write.request);
        answers.push(() => write.resolve(outcome));
      }
      queue = queue.slice(group.length);
      await commit(draft, answers);
    } catch (error) {
      if (error instanceof NotWritten) refuse(error, group);
      else stop(error, group);
    }
  };

  const run = async (): Promise<void> => {
    await new Promise(setImmediate); // what arrived in the same turn is written together
    while (queue.length + chores.length > 0) {
      const due = chores;
      chores = [];
      for (const chore of due) chore();
      if (queue.length > 0) await commitGroup();
    }
    running = undefined;
  };

  return {
    write: (request) =>
      new Promise((resolve, reject) => {
        if (stopped !== undefined) reject(stopped);
        else {
          queue.push({ request, resolve, reject });
          running ??= run();
        }
      }),
    between: (work) =>
      new Promise((resolve, reject) => {
        chores.push(() => {
          try {
            work();
            resolve();
          } catch (error) {
            reject(error instanceof Error ? error : new Error(String(error)));
          }
        });
        running ??= run();
      }),
    close: async () => {
      await running;
      stopped ??= new WriterStopped('The node is shutting down.');
    },
  };
};
