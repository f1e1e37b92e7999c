import { cursorOver, hasMore, readMessage, readVarint, skipField } from '../../encoding/protobuf-reader';
import type { Cursor } from '../../encoding/protobuf-reader';
import { field, varintField } from '../../encoding/protobuf-writer';
import type { ProposedEvent } from '../../engine/write-request';
import { emptyField, positionField, readStreamName } from './common';
import { expectationField, isExpectation, readExpectation } from './expected-revision';
import type { WireExpectation } from './expected-revision';
import { readProposedEvent } from './proposed-event';

/** The stream that a call is about and what its caller expects of it. */
export interface StreamOptions {
  readonly stream: string;
  readonly expected: WireExpectation;
}

/** A single append is a stream of messages: first the options, then one event each. */
export type AppendPart =
  | { readonly kind: 'options'; readonly options: StreamOptions }
  | { readonly kind: 'event'; readonly event: ProposedEvent }
  | { readonly kind: 'nothing' };

const EXPECTATION = { revision: 8, any: 9, streamExists: 10, noStream: 11 };

const readOptions = (cursor: Cursor): StreamOptions => {
  let stream = '';
  let expected: WireExpectation = 'any';
  while (hasMore(cursor)) {
    const tag = readVarint(cursor);
    if (tag === 0x0a) stream = readStreamName(cursor);
    else if (isExpectation(tag)) expected = readExpectation(cursor, tag);
    else skipField(cursor, tag);
  }
  return { stream, expected };
};

export const decodeAppendPart = (message: Buffer): AppendPart => {
  const cursor = cursorOver(message);
  while (hasMore(cursor)) {
    const tag = readVarint(cursor);
    if (tag === 0x0a) return { kind: 'options', options: readOptions(readMessage(cursor)) };
    if (tag === 0x12) return { kind: 'event', event: readProposedEvent(cursor) };
    skipField(cursor, tag);
  }
  return { kind: 'nothing' };
};

/** A request to delete or tombstone: options alone. */
export const decodeRemoval = (message: Buffer): StreamOptions => {
  const part = decodeAppendPart(message);
  return part.kind === 'options' ? part.options : { stream: '', expected: 'any' };
};

export const appended = (revision: number, position: number | undefined): Buffer =>
  field(
    1,
    revision < 0 ? emptyField(2) : varintField(1, revision),
    position === undefined ? emptyField(4) : positionField(3, position),
  );

export const appendWrongExpectedVersion = (expected: WireExpectation, current: number): Buffer =>
  field(2, current < 0 ? emptyField(7) : varintField(6, current), expectationField(EXPECTATION, expected));

export const removed = (position: number | undefined): Buffer =>
  position === undefined ? emptyField(2) : positionField(1, position);
