import type { MethodDefinition } from '@grpc/grpc-js';

const asIs = (bytes: Buffer): Buffer => bytes;

const method = (path: string, requestStream: boolean, responseStream: boolean): MethodDefinition<Buffer, Buffer> => ({
  path,
  requestStream,
  responseStream,
  requestSerialize: asIs,
  requestDeserialize: asIs,
  responseSerialize: asIs,
  responseDeserialize: asIs,
});

/** What the official client calls in a benchmark, in bytes. */
export const methods = {
  read: method('/event_store.client.streams.Streams/Read', false, true),
  batchAppend: method('/event_store.client.streams.Streams/BatchAppend', true, true),
  supported: method('/event_store.client.server_features.ServerFeatures/GetSupportedMethods', false, false),
};
