import type { ServerDuplexStream, ServerWritableStream } from '@grpc/grpc-js';
import type { Outgoing } from './outgoing';

/** A streaming call of the gRPC library: bytes in, bytes out. */
export type StreamingCall = ServerWritableStream<Buffer, Buffer> | ServerDuplexStream<Buffer, Buffer>;

/** Messages to a call; whoever waits for room is called when there is some, or when the caller is gone. */
export const outgoingCall = (call: StreamingCall): Outgoing => {
  const listeners: (() => void)[] = [];
  let isOpen = true;
  const close = (): void => {
    isOpen = false;
    for (const listener of listeners.splice(0)) listener();
  };
  for (const event of ['cancelled', 'close', 'error', 'finish']) call.once(event, close);
  return {
    write: (message) => call.write(message),
    ready: () =>
      new Promise((resolve) => {
        if (!isOpen) resolve();
        else {
          call.once('drain', resolve);
          listeners.push(resolve);
        }
      }),
    isOpen: () => isOpen,
    onClose: (listener) => {
      if (isOpen) listeners.push(listener);
      else listener();
    },
  };
};
