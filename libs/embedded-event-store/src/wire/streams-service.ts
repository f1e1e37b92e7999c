import type {
  Metadata,
  sendUnaryData,
  ServerReadableStream,
  ServerUnaryCall,
  ServerWritableStream,
} from '@grpc/grpc-js';
import type { Gate, Grants } from '../access/grants';
import type { EventStoreEngine } from '../engine/event-store-engine';
import { ALL } from '../groups/group-key';
import { answerRead } from './answer-read';
import { answerSubscription } from './answer-subscription';
import { serveBatchAppend } from './batch-append-call';
import { failureOf } from './failure-of';
import { decodeReadRequest } from './messages/read-request';
import type { OpenCalls } from './open-calls';
import { outgoingCall } from './outgoing-call';
import { answerRemoval } from './removal';
import { method } from './service-definition';
import { authorizationOf, streaming } from './streaming';
import { answerAppend } from './single-append';

const PATH = '/event_store.client.streams.Streams';

export const streamsDefinition = {
  read: method(`${PATH}/Read`, false, true),
  append: method(`${PATH}/Append`, true, false),
  delete: method(`${PATH}/Delete`, false, false),
  tombstone: method(`${PATH}/Tombstone`, false, false),
  batchAppend: method(`${PATH}/BatchAppend`, true, true),
};

type Answer = sendUnaryData<Buffer>;

const reply = (answer: Answer, response: Promise<Buffer>): void => {
  response.then(
    (message) => answer(null, message),
    (error: unknown) => answer(failureOf(error)),
  );
};

const read =
  (engine: EventStoreEngine) =>
  async (call: ServerWritableStream<Buffer, Buffer>, grants: Grants): Promise<void> => {
    const outgoing = outgoingCall(call);
    const request = decodeReadRequest(call.request);
    grants.require('read', request.target.kind === 'stream' ? request.target.stream : ALL);
    if (request.isSubscription) return answerSubscription(engine, request, request.target, outgoing);
    await answerRead(engine, request, request.target, outgoing);
    call.end();
  };

/** The methods of `Streams`, over an engine, for callers that the gate lets in. */
export const streamsService = (engine: EventStoreEngine, gate: Gate, calls: OpenCalls) => {
  const grants = (call: { readonly metadata: Metadata }) => gate(authorizationOf(call.metadata));
  const remove =
    (kind: 'delete' | 'tombstone') =>
    (call: ServerUnaryCall<Buffer, Buffer>, answer: Answer): void =>
      reply(
        answer,
        grants(call).then((granted) => answerRemoval(engine, granted, kind, call.request)),
      );
  return {
    read: streaming(gate, calls, read(engine)),
    batchAppend: streaming(gate, calls, serveBatchAppend(engine, calls)),
    append: (call: ServerReadableStream<Buffer, Buffer>, answer: Answer) =>
      reply(
        answer,
        grants(call).then((granted) => answerAppend(engine, granted, call)),
      ),
    delete: remove('delete'),
    tombstone: remove('tombstone'),
  };
};
