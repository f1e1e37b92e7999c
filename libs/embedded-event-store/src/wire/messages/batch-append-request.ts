import { cursorOver, hasMore, readBytes, readMessage, readVarint, skipField } from '../../encoding/protobuf-reader';
import type { Cursor } from '../../encoding/protobuf-reader';
import type { ProposedEvent } from '../../engine/write-request';
import { CallFailure } from '../status';
import { readStreamName } from './common';
import { isExpectation, readExpectation } from './expected-revision';
import type { WireExpectation } from './expected-revision';
import { readProposedEvent } from './proposed-event';

export interface BatchAppendOptions {
  readonly stream: string;
  readonly expected: WireExpectation;
  /** Milliseconds since 1970 after which the client does not want the append any more. */
  readonly deadline: number | undefined;
}

/** One message of a batch append; an append may come in several, of which the first has options and the last is final. */
export interface BatchAppendRequest {
  /** The client's UUID message, echoed as it came. */
  readonly correlationId: Buffer;
  readonly options: BatchAppendOptions | undefined;
  readonly events: readonly ProposedEvent[];
  /** Why one of the events is none. */
  readonly refusal: string | undefined;
  readonly isFinal: boolean;
}

/** `google.protobuf.Timestamp`, or `Duration` counted from `from`. */
const readTime = (cursor: Cursor, from: number): number => {
  let milliseconds = from;
  while (hasMore(cursor)) {
    const tag = readVarint(cursor);
    if (tag === 0x08) milliseconds += readVarint(cursor) * 1000;
    else if (tag === 0x10) milliseconds += readVarint(cursor) / 1_000_000;
    else skipField(cursor, tag);
  }
  return milliseconds;
};

const readOptions = (cursor: Cursor): BatchAppendOptions => {
  let stream = '';
  let expected: WireExpectation = 'any';
  let deadline: number | undefined;
  while (hasMore(cursor)) {
    const tag = readVarint(cursor);
    if (tag === 0x0a) stream = readStreamName(cursor);
    else if (isExpectation(tag)) expected = readExpectation(cursor, tag);
    else if (tag === 0x32) deadline = readTime(readMessage(cursor), 0);
    else if (tag === 0x3a) deadline = readTime(readMessage(cursor), Date.now());
    else skipField(cursor, tag);
  }
  return { stream, expected, deadline };
};

export const decodeBatchAppendRequest = (message: Buffer): BatchAppendRequest => {
  const cursor = cursorOver(message);
  const events: ProposedEvent[] = [];
  let correlationId: Buffer = Buffer.alloc(0);
  let options: BatchAppendOptions | undefined;
  let refusal: string | undefined;
  let isFinal = false;
  const readEvent = (): void => {
    try {
      events.push(readProposedEvent(cursor));
    } catch (error) {
      if (!(error instanceof CallFailure)) throw error;
      refusal ??= error.details;
    }
  };
  while (hasMore(cursor)) {
    const tag = readVarint(cursor);
    if (tag === 0x0a) correlationId = readBytes(cursor);
    else if (tag === 0x12) options = readOptions(readMessage(cursor));
    else if (tag === 0x1a) readEvent();
    else if (tag === 0x20) isFinal = readVarint(cursor) !== 0;
    else skipField(cursor, tag);
  }
  return { correlationId, options, events, refusal, isFinal };
};
