import { readUint64 } from '../../encoding/protobuf-reader';
import type { Cursor } from '../../encoding/protobuf-reader';
import { varintField } from '../../encoding/protobuf-writer';
import type { ExpectedRevision } from '../../engine/append-decision';
import { emptyField } from './common';

/** What a client expects of a stream, exact as it was sent. */
export type WireExpectation = 'any' | 'no_stream' | 'stream_exists' | bigint;

const REVISION_TAG = 0x10;
const NO_STREAM_TAG = 0x1a;
const ANY_TAG = 0x22;
const STREAM_EXISTS_TAG = 0x2a;

/** Whether a field of a request's options is the expectation; they have the same numbers in all writing requests. */
export const isExpectation = (tag: number): boolean =>
  tag === REVISION_TAG || tag === NO_STREAM_TAG || tag === ANY_TAG || tag === STREAM_EXISTS_TAG;

/** The expectation in the field of that tag, of which the tag is read and the value is not. */
export const readExpectation = (cursor: Cursor, tag: number): WireExpectation => {
  if (tag === REVISION_TAG) return readUint64(cursor);
  cursor.at += 1; // the length of an empty message, zero
  if (tag === NO_STREAM_TAG) return 'no_stream';
  return tag === ANY_TAG ? 'any' : 'stream_exists';
};

/** Beyond 2^53 no stream has a revision, so rounding finds the same answer. */
export const toExpectedRevision = (expectation: WireExpectation): ExpectedRevision =>
  typeof expectation === 'bigint' ? Number(expectation) : expectation;

/** Field numbers of an expectation in an answer. */
export interface ExpectationFields {
  readonly revision: number;
  readonly any: number;
  readonly streamExists: number;
  readonly noStream: number;
}

export const expectationField = (fields: ExpectationFields, expectation: WireExpectation): Buffer => {
  if (typeof expectation === 'bigint') return varintField(fields.revision, expectation);
  if (expectation === 'any') return emptyField(fields.any);
  return emptyField(expectation === 'no_stream' ? fields.noStream : fields.streamExists);
};

/** The number that stands for an expectation in the trailers of a refusal. */
export const expectationNumber = (expectation: WireExpectation): bigint => {
  if (typeof expectation === 'bigint') return expectation;
  if (expectation === 'any') return -2n;
  return expectation === 'no_stream' ? -1n : -4n;
};
