import type { ServerDuplexStream } from '@grpc/grpc-js';
import type { Grants } from '../access/grants';
import type { EventStoreEngine } from '../engine/event-store-engine';
import { createBatchAppends } from './batch-append';
import { failureOf } from './failure-of';
import { decodeBatchAppendRequest } from './messages/batch-append-request';
import type { OpenCalls } from './open-calls';
import { outgoingCall } from './outgoing-call';

/** Bytes of a client's appends that are not answered at which no more of them are read; one may be larger. */
const MOST_PENDING_BYTES = 32 * 1024 * 1024;

/** Answers the one call that carries all appends of a client: every append once, and the end when all are answered. */
export const serveBatchAppend =
  (engine: EventStoreEngine, calls: OpenCalls) =>
  (call: ServerDuplexStream<Buffer, Buffer>, grants: Grants): void => {
    const appends = createBatchAppends(engine, grants);
    const outgoing = outgoingCall(call);
    const idle: (() => void)[] = [];
    let pending = 0;
    let pendingBytes = 0;
    let isEnding = false;

    const begin = (message: Buffer): void => {
      pending += 1;
      pendingBytes += message.length;
      if (pendingBytes > MOST_PENDING_BYTES) call.pause();
    };
    const settle = (message: Buffer): void => {
      pending -= 1;
      pendingBytes -= message.length;
      if (pendingBytes <= MOST_PENDING_BYTES && call.isPaused()) call.resume();
      if (pending === 0) for (const done of idle.splice(0)) done();
    };
    const whenIdle = (done: () => void): void => {
      if (pending === 0) done();
      else idle.push(done);
    };
    const take = async (message: Buffer): Promise<void> => {
      const response = await appends.take(decodeBatchAppendRequest(message));
      if (response === undefined || !outgoing.isOpen()) settle(message);
      else call.write(response, () => settle(message));
    };

    calls.add(call, () => {
      isEnding = true;
      return new Promise((resolve) => {
        outgoing.onClose(resolve);
        whenIdle(resolve);
      });
    });
    call.on('data', (message: Buffer) => {
      if (isEnding) return;
      begin(message);
      take(message).catch((error: unknown) => {
        settle(message);
        if (outgoing.isOpen()) call.emit('error', failureOf(error));
      });
    });
    call.on('end', () => {
      whenIdle(() => call.end());
    });
  };
