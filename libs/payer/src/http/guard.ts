import {
  bulkhead,
  circuitBreaker,
  ConsecutiveBreaker,
  handleWhen,
  isBrokenCircuitError,
  isBulkheadRejectedError,
  wrap,
} from 'cockatiel';
import { PayerHeldOff, PayerTimedOut, PayerUnreachable } from '../errors';

/** How much of us a payer gets. */
export interface GuardSettings {
  /** Calls that may be open at once. */
  readonly atMostAtOnce: number;
  /** Failures in a row after which the payer is left alone, and for how long; then one call tries whether it is back. */
  readonly failuresUntilOpen: number;
  readonly openForMs: number;
}

/** Runs calls to one payer. */
export type Guard = <Result>(call: () => Promise<Result>) => Promise<Result>;

/**
 * Keeps the calls to one payer within bounds: beyond them nothing is sent and a PayerHeldOff says so at once, since whoever
 * calls tries again later anyway. An answer, even an unwelcome one, shows that a payer is there.
 */
export const guard = ({ atMostAtOnce, failuresUntilOpen, openForMs }: GuardSettings): Guard => {
  const isDown = handleWhen((error) => error instanceof PayerUnreachable || error instanceof PayerTimedOut);
  const policy = wrap(
    bulkhead(atMostAtOnce, 0),
    circuitBreaker(isDown, { halfOpenAfter: openForMs, breaker: new ConsecutiveBreaker(failuresUntilOpen) }),
  );
  return async (call) => {
    try {
      return await policy.execute(call);
    } catch (error) {
      if (isBulkheadRejectedError(error)) throw new PayerHeldOff('too_many_calls');
      if (isBrokenCircuitError(error)) throw new PayerHeldOff('circuit_open');
      throw error;
    }
  };
};
