import { unavailable } from './status';
import type { StreamingCall } from './outgoing-call';

/** Calls that last, so that they can be told when the node goes. */
export interface OpenCalls {
  readonly add: (call: StreamingCall) => void;
  /** Ends every call so that its client connects again. */
  readonly endAll: () => void;
}

export const createOpenCalls = (): OpenCalls => {
  const calls = new Set<StreamingCall>();
  return {
    add: (call) => {
      calls.add(call);
      for (const event of ['close', 'cancelled', 'error', 'finish']) call.once(event, () => calls.delete(call));
    },
    endAll: () => {
      for (const call of [...calls]) call.emit('error', unavailable('The node is shutting down.'));
    },
  };
};
