import { field, textField, varintField } from '../../encoding/protobuf-writer';
import { emptyField, positionField, streamNameField } from './common';
import { expectationField } from './expected-revision';
import type { WireExpectation } from './expected-revision';

/** `google.rpc.Status` as the client protocol has it: a code, a text and one detail of a named type. */
export interface BatchStatus {
  readonly code: number;
  readonly message: string;
  readonly detailType: string;
  readonly detail: Buffer;
}

const STATUS_EXPECTATION = { revision: 3, any: 4, streamExists: 5, noStream: 6 };
const RESPONSE_EXPECTATION = { revision: 5, any: 7, streamExists: 8, noStream: 6 };

const failure = (code: number, message: string, detail: string, ...content: readonly Buffer[]): BatchStatus => ({
  code,
  message,
  detailType: `type.googleapis.com/event_store.client.${detail}`,
  detail: Buffer.concat(content),
});

export const batchWrongExpectedVersion = (expected: WireExpectation, current: number): BatchStatus =>
  failure(
    6,
    'WrongExpectedVersion',
    'WrongExpectedVersion',
    current < 0 ? emptyField(2) : varintField(1, current),
    expectationField(STATUS_EXPECTATION, expected),
  );

export const batchStreamDeleted = (stream: string): BatchStatus =>
  failure(5, 'StreamDeleted', 'StreamDeleted', streamNameField(1, stream));

export const batchAccessDenied = (): BatchStatus => failure(7, 'AccessDenied', 'AccessDenied');

export const batchTimeout = (): BatchStatus => failure(4, 'Timeout', 'Timeout');

export const batchMaximumSizeExceeded = (limit: number): BatchStatus =>
  failure(3, 'Maximum Append Size Exceeded', 'MaximumAppendSizeExceeded', varintField(1, limit));

/** Anything else; the client shows no text of it. */
export const batchUnknown = (message: string): BatchStatus => failure(2, message, 'Unknown');

/** The answer to an append, about whose stream the client reads errors. */
export const batchAppendFailed = (correlationId: Buffer, stream: string, status: BatchStatus): Buffer =>
  Buffer.concat([
    field(1, correlationId),
    field(
      2,
      varintField(1, status.code),
      textField(2, status.message),
      field(3, textField(1, status.detailType), field(2, status.detail)),
    ),
    streamNameField(4, stream),
  ]);

/** `revision` -1 is a stream without events. */
export const batchAppended = (
  correlationId: Buffer,
  stream: string,
  expected: WireExpectation,
  revision: number,
  position: number | undefined,
): Buffer =>
  Buffer.concat([
    field(1, correlationId),
    field(
      3,
      revision < 0 ? emptyField(2) : varintField(1, revision),
      position === undefined ? emptyField(4) : positionField(3, position),
    ),
    streamNameField(4, stream),
    expectationField(RESPONSE_EXPECTATION, expected),
  ]);
