import type { sendUnaryData, ServerReadableStream, ServerUnaryCall, ServerWritableStream } from '@grpc/grpc-js';
import type { EventStoreEngine } from '../engine/event-store-engine';
import { answerRead } from './answer-read';
import { answerSubscription } from './answer-subscription';
import { serveBatchAppend } from './batch-append-call';
import { failureOf } from './failure-of';
import { decodeReadRequest } from './messages/read-request';
import type { OpenCalls } from './open-calls';
import { outgoingCall } from './outgoing-call';
import { answerRemoval } from './removal';
import { method } from './service-definition';
import { answerAppend } from './single-append';
import { invalidArgument } from './status';

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

const read = (engine: EventStoreEngine, calls: OpenCalls) => (call: ServerWritableStream<Buffer, Buffer>) => {
  const outgoing = outgoingCall(call);
  calls.add(call);
  const answer = async (): Promise<void> => {
    const request = decodeReadRequest(call.request);
    if (request.target === undefined) throw invalidArgument('A read names a stream or everything.');
    if (request.isSubscription) return answerSubscription(engine, request, request.target, outgoing);
    await answerRead(engine, request, request.target, outgoing);
    call.end();
  };
  answer().catch((error: unknown) => call.emit('error', failureOf(error)));
};

/** The methods of `Streams`, over an engine. */
export const streamsService = (engine: EventStoreEngine, calls: OpenCalls) => ({
  read: read(engine, calls),
  batchAppend: serveBatchAppend(engine, calls),
  append: (call: ServerReadableStream<Buffer, Buffer>, answer: Answer) => reply(answer, answerAppend(engine, call)),
  delete: (call: ServerUnaryCall<Buffer, Buffer>, answer: Answer) =>
    reply(answer, answerRemoval(engine, 'delete', call.request)),
  tombstone: (call: ServerUnaryCall<Buffer, Buffer>, answer: Answer) =>
    reply(answer, answerRemoval(engine, 'tombstone', call.request)),
});
