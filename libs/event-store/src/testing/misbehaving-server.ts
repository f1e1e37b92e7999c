import { Server, ServerCredentials, status, type ServerDuplexStream, type ServerWritableStream } from '@grpc/grpc-js';
import features from '@eventstore/db-client/generated/serverfeatures_grpc_pb.js';
import featureMessages, { type SupportedMethods } from '@eventstore/db-client/generated/serverfeatures_pb.js';
import streams from '@eventstore/db-client/generated/streams_grpc_pb.js';
import type { BatchAppendReq, BatchAppendResp, ReadReq, ReadResp } from '@eventstore/db-client/generated/streams_pb.js';
import type { sendUnaryData } from '@grpc/grpc-js';

export type ReadCall = ServerWritableStream<ReadReq, ReadResp>;
export type AppendCall = ServerDuplexStream<BatchAppendReq, BatchAppendResp>;

/** How a server of a specification answers; what is not said is refused as unimplemented. */
export interface Behaviour {
  readonly features?: (answer: sendUnaryData<SupportedMethods>) => void;
  readonly append?: (request: BatchAppendReq, call: AppendCall) => void;
  readonly read?: (call: ReadCall) => void;
}

/** A server that speaks EventStoreDB's protocol and behaves just as a specification wants, also badly. */
export interface MisbehavingServer {
  readonly url: string;
  readonly port: number;
  /** How often each call was made. */
  readonly calls: { features: number; append: number; read: number };
  /** What it does from now on. */
  behave: (behaviour: Behaviour) => void;
  readonly stop: () => void;
}

/** Announces the batch append, as every server since 21.10 does. */
export const announceBatchAppend = (answer: sendUnaryData<SupportedMethods>): void => {
  const method = new featureMessages.SupportedMethod();
  method.setServiceName('event_store.client.streams.streams');
  method.setMethodName('batchappend');
  const supported = new featureMessages.SupportedMethods();
  supported.setEventStoreServerVersion('23.10.0');
  supported.setMethodsList([method]);
  answer(null, supported);
};

/** @param port a free one when absent */
export const startMisbehavingServer = async (initial: Behaviour, port = 0): Promise<MisbehavingServer> => {
  let behaviour = initial;
  const calls = { features: 0, append: 0, read: 0 };
  const server = new Server({ 'grpc.max_receive_message_length': 17 * 1024 * 1024 });
  const unimplemented = { code: status.UNIMPLEMENTED, details: 'not of this specification' };
  server.addService(features.ServerFeaturesService, {
    getSupportedMethods: (_: unknown, answer: sendUnaryData<SupportedMethods>) => {
      calls.features += 1;
      (behaviour.features ?? announceBatchAppend)(answer);
    },
  });
  server.addService(streams.StreamsService, {
    read: (call: ReadCall) => {
      calls.read += 1;
      call.on('error', () => undefined);
      if (behaviour.read) behaviour.read(call);
      else call.emit('error', unimplemented);
    },
    batchAppend: (call: AppendCall) => {
      call.on('error', () => undefined);
      call.on('end', () => call.end());
      call.on('data', (request: BatchAppendReq) => {
        calls.append += 1;
        behaviour.append?.(request, call);
      });
    },
  });
  const bound = await new Promise<number>((resolve, reject) => {
    server.bindAsync(`127.0.0.1:${port}`, ServerCredentials.createInsecure(), (error, taken) =>
      error ? reject(error) : resolve(taken),
    );
  });
  return {
    url: `esdb://127.0.0.1:${bound}?tls=false`,
    port: bound,
    calls,
    behave: (next) => (behaviour = next),
    stop: () => server.forceShutdown(),
  };
};
