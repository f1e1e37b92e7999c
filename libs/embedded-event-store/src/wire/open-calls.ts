import type { StreamingCall } from './outgoing-call';
import { unavailable } from './status';

/** Calls that last, so that they can be told when the node goes. */
export interface OpenCalls {
  /** `answerPending` takes nothing more and resolves when everything that was taken is answered. */
  readonly add: (call: StreamingCall, answerPending?: () => Promise<void>) => void;
  readonly count: () => number;
  /** Ends every call so that its client connects again; what it asked before is answered first. */
  readonly endAll: () => void;
}

const nothingPending = (): Promise<void> => Promise.resolve();

export const createOpenCalls = (): OpenCalls => {
  const calls = new Map<StreamingCall, () => Promise<void>>();
  const end = async (call: StreamingCall, answerPending: () => Promise<void>): Promise<void> => {
    await answerPending();
    if (calls.has(call)) call.emit('error', unavailable('The node is shutting down.'));
  };
  return {
    add: (call, answerPending = nothingPending) => {
      calls.set(call, answerPending);
      for (const event of ['close', 'cancelled', 'error', 'finish']) call.once(event, () => calls.delete(call));
    },
    count: () => calls.size,
    endAll: () => {
      for (const [call, answerPending] of [...calls]) void end(call, answerPending);
    },
  };
};
