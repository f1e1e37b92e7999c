import type {
  sendUnaryData,
  ServerDuplexStream,
  ServerReadableStream,
  ServerUnaryCall,
  ServerWritableStream,
} from '@grpc/grpc-js';
import type { EventStoreEngine } from '../engine/event-store-engine';
import { answerRead } from './answer-read';
import { answerSubscription } from './answer-subscription';
import { createBatchAppends } from './batch-append';
import { failureOf } from './failure-of';
import { decodeBatchAppendRequest } from './messages/batch-append-request';
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

const batchAppend = (engine: EventStoreEngine, calls: OpenCalls) => (call: ServerDuplexStream<Buffer, Buffer>) => {
  const appends = createBatchAppends(engine);
  const outgoing = outgoingCall(call);
  let pending = 0;
  let hasEnded = false;
  calls.add(call);
  const endWhenAnswered = (): void => {
    if (hasEnded && pending === 0) call.end();
  };
  const take = async (message: Buffer): Promise<void> => {
    const response = await appends.take(decodeBatchAppendRequest(message));
    if (response !== undefined && outgoing.isOpen()) call.write(response);
  };
  call.on('data', (message: Buffer) => {
    pending += 1;
    take(message)
      .catch((error: unknown) => call.emit('error', failureOf(error)))
      .finally(() => {
        pending -= 1;
        endWhenAnswered();
      });
  });
  call.on('end', () => {
    hasEnded = true;
    endWhenAnswered();
  });
};

/** The methods of `Streams`, over an engine. */
export const streamsService = (engine: EventStoreEngine, calls: OpenCalls) => ({
  read: read(engine, calls),
  batchAppend: batchAppend(engine, calls),
  append: (call: ServerReadableStream<Buffer, Buffer>, answer: Answer) => reply(answer, answerAppend(engine, call)),
  delete: (call: ServerUnaryCall<Buffer, Buffer>, answer: Answer) =>
    reply(answer, answerRemoval(engine, 'delete', call.request)),
  tombstone: (call: ServerUnaryCall<Buffer, Buffer>, answer: Answer) =>
    reply(answer, answerRemoval(engine, 'tombstone', call.request)),
});
