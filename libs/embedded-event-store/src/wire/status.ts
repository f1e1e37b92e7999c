import { Metadata, status } from '@grpc/grpc-js';
import type { ServiceError } from '@grpc/grpc-js';

/** How a call ends that cannot be answered. The `exception` trailer tells clients which error of theirs it is. */
export class CallFailure extends Error implements ServiceError {
  override readonly name = 'CallFailure';
  readonly metadata = new Metadata();

  constructor(
    readonly code: status,
    readonly details: string,
    trailers: Readonly<Record<string, string>> = {},
  ) {
    super(details);
    for (const [key, value] of Object.entries(trailers)) this.metadata.set(key, trailerText(value));
  }
}

const PRINTABLE = /^[\x20-\x7e]*$/;

/** Trailers carry ASCII only; other names are escaped as in a URL. */
const trailerText = (value: string): string => (PRINTABLE.test(value) ? value : encodeURIComponent(value));

export const streamDeleted = (stream: string): CallFailure =>
  new CallFailure(status.FAILED_PRECONDITION, `Event stream '${stream}' is deleted.`, {
    exception: 'stream-deleted',
    'stream-name': stream,
  });

/** `expected` and `actual` as numbers of the older protocol: -1 no stream, -2 any, -4 stream exists. */
export const wrongExpectedVersion = (stream: string, expected: bigint, actual: number): CallFailure =>
  new CallFailure(
    status.FAILED_PRECONDITION,
    `Append failed due to WrongExpectedVersion. Stream: ${stream}, Expected version: ${expected}, Actual version: ${actual}`,
    {
      exception: 'wrong-expected-version',
      'stream-name': stream,
      'expected-version': String(expected),
      'actual-version': String(actual),
    },
  );

export const maximumAppendSizeExceeded = (limit: number): CallFailure =>
  new CallFailure(status.INVALID_ARGUMENT, `Maximum Append Size of ${limit} Exceeded.`, {
    exception: 'maximum-append-size-exceeded',
    'maximum-append-size': String(limit),
  });

export const requiredMetadataMissing = (property: 'type' | 'content-type'): CallFailure =>
  new CallFailure(status.INVALID_ARGUMENT, `Required Metadata Property '${property}' is missing.`, {
    exception: 'missing-required-metadata-property',
    'required-metadata-properties': 'type,content-type',
  });

export const accessDenied = (details: string): CallFailure =>
  new CallFailure(status.PERMISSION_DENIED, details, { exception: 'access-denied' });

export const notAuthenticated = (details: string): CallFailure => new CallFailure(status.UNAUTHENTICATED, details);

export const invalidArgument = (details: string): CallFailure => new CallFailure(status.INVALID_ARGUMENT, details);

export const resourceExhausted = (details: string): CallFailure => new CallFailure(status.RESOURCE_EXHAUSTED, details);

export const unavailable = (details: string): CallFailure => new CallFailure(status.UNAVAILABLE, details);

/** What EventStoreDB 23.10 answers to questions that its own code stumbles over. */
export const unknown = (details: string): CallFailure => new CallFailure(status.UNKNOWN, details);
