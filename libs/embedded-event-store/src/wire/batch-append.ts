import { AccessDenied } from '../access/grants';
import type { Grants } from '../access/grants';
import type { EventStoreEngine } from '../engine/event-store-engine';
import type { ProposedEvent, WriteOutcome } from '../engine/write-request';
import { dataBytes, MAXIMUM_APPEND_BYTES } from './append-limit';
import type { BatchAppendOptions, BatchAppendRequest } from './messages/batch-append-request';
import type { BatchStatus } from './messages/batch-append-response';
import {
  batchAccessDenied,
  batchAppended,
  batchAppendFailed,
  batchMaximumSizeExceeded,
  batchStreamDeleted,
  batchTimeout,
  batchUnknown,
  batchWrongExpectedVersion,
} from './messages/batch-append-response';
import { canBeWritten } from './messages/common';
import { toExpectedRevision } from './messages/expected-revision';
import { resourceExhausted } from './status';

/** Appends that come interleaved over one call. Every append that is final is answered exactly once. */
export interface BatchAppends {
  /**
   * Takes one message; resolves to an answer when the append that it belongs to is complete and durable.
   * @throws WriterStopped when nothing is acknowledged any more, and CallFailure when too much was begun and not finished.
   */
  readonly take: (request: BatchAppendRequest) => Promise<Buffer | undefined>;
}

/** One append that is refused leaves the others of the call alone. */
const mayWrite = (grants: Grants, stream: string): boolean => {
  try {
    grants.require('write', stream);
    return true;
  } catch (error) {
    if (error instanceof AccessDenied) return false;
    throw error;
  }
};

/** Bytes of appends that are not complete at which a call is given up. */
const MOST_UNFINISHED_BYTES = 64 * 1024 * 1024;

/** What an event takes while it waits, beside its content. */
const EVENT_BYTES = 512;

const heldBytes = (events: readonly ProposedEvent[]): number =>
  events.reduce((sum, { data, metadata }) => sum + data.length + metadata.length + EVENT_BYTES, EVENT_BYTES);

interface OpenAppend {
  readonly options: BatchAppendOptions;
  readonly events: ProposedEvent[];
  bytes: number;
  /** Bytes of memory that it takes until it is complete. */
  held: number;
  /** Why one of the events is none. */
  refusal: string | undefined;
}

/** Why an append is not even tried; `undefined` when nothing speaks against it. */
const refusalOf = ({ options, bytes, refusal }: OpenAppend, grants: Grants): BatchStatus | undefined => {
  const { stream, deadline } = options;
  if (!mayWrite(grants, stream)) return batchAccessDenied();
  if (!canBeWritten(stream)) return batchUnknown(`'${stream}' is not a name that a stream can have.`);
  if (deadline !== undefined && deadline <= Date.now()) return batchTimeout();
  if (bytes > MAXIMUM_APPEND_BYTES) return batchMaximumSizeExceeded(MAXIMUM_APPEND_BYTES);
  return refusal === undefined ? undefined : batchUnknown(refusal);
};

const answer = (id: Buffer, { stream, expected }: BatchAppendOptions, outcome: WriteOutcome): Buffer => {
  if (outcome.kind === 'written') return batchAppended(id, stream, expected, outcome.revision, outcome.position);
  if (outcome.kind === 'wrong-version')
    return batchAppendFailed(id, stream, batchWrongExpectedVersion(expected, outcome.current));
  return batchAppendFailed(id, stream, outcome.kind === 'timed-out' ? batchTimeout() : batchStreamDeleted(stream));
};

export const createBatchAppends = (engine: EventStoreEngine, grants: Grants): BatchAppends => {
  const open = new Map<string, OpenAppend>();
  let unfinished = 0;

  const collect = (request: BatchAppendRequest, key: string): OpenAppend | undefined => {
    const known = open.get(key);
    const { options } = request;
    const append = known ?? (options && { options, events: [], bytes: 0, held: 0, refusal: undefined });
    if (append === undefined) return undefined;
    append.bytes += dataBytes(request.events);
    append.refusal ??= request.refusal;
    if (append.bytes > MAXIMUM_APPEND_BYTES) append.events.length = 0;
    else for (const event of request.events) append.events.push(event);
    open.set(key, append);
    append.held += heldBytes(request.events);
    unfinished += heldBytes(request.events);
    return append;
  };

  return {
    take: async (request) => {
      const id = request.correlationId;
      const key = id.toString('latin1');
      const append = collect(request, key);
      if (!request.isFinal) {
        if (unfinished <= MOST_UNFINISHED_BYTES) return undefined;
        throw resourceExhausted('Too much is appended of which the end does not come.');
      }
      open.delete(key);
      unfinished -= append?.held ?? 0;
      if (append === undefined) return batchAppendFailed(id, '', batchUnknown('The append has no options.'));
      const { options, events } = append;
      const refusal = refusalOf(append, grants);
      if (refusal !== undefined) return batchAppendFailed(id, options.stream, refusal);
      const outcome = await engine.write({
        kind: 'append',
        stream: options.stream,
        expected: toExpectedRevision(options.expected),
        events,
        ...(options.deadline !== undefined && { deadline: options.deadline }),
      });
      return answer(id, options, outcome);
    },
  };
};
