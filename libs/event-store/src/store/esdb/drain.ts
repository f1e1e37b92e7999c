import type { EventEmitter } from 'node:events';
import type { Readable } from 'node:stream';

/**
 * Lets the gRPC call behind a read or subscription flow off when it is left early. The client pipes the call into the stream that it
 * gives out; when that stream is left, the call stays paused, and a paused call with anything left in it never ends, not even when
 * cancelled.
 */
export const drainWhenLeft = (stream: EventEmitter): void => {
  stream.once('unpipe', (call: Readable) => void call.resume());
};
