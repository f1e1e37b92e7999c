import type { Metadata, ServerDuplexStream, ServerWritableStream } from '@grpc/grpc-js';
import type { Gate, Grants } from '../access/grants';
import { failureOf } from './failure-of';
import type { OpenCalls } from './open-calls';

type StreamingCall = ServerWritableStream<Buffer, Buffer> | ServerDuplexStream<Buffer, Buffer>;

/** What a caller says about who it is. */
export const authorizationOf = (metadata: Metadata): string | undefined => {
  const [value] = metadata.get('authorization');
  return typeof value === 'string' ? value : value?.toString();
};

/** A method that answers with many messages, once the gate has let its caller in. What it throws ends the call. */
export const streaming =
  <Call extends StreamingCall>(
    gate: Gate,
    calls: OpenCalls,
    serve: (call: Call, grants: Grants) => Promise<void> | void,
  ) =>
  (call: Call): void => {
    calls.add(call);
    gate(authorizationOf(call.metadata))
      .then((grants) => serve(call, grants))
      .catch((error: unknown) => call.emit('error', failureOf(error)));
  };
