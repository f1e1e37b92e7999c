import { setTimeout as delay } from 'node:timers/promises';
import type { Clock } from '@referral/runtime';

/** A clock that one can wait by. */
export interface Time {
  readonly now: Clock;
  /** Resolves after so many milliseconds, or when the signal aborts. */
  readonly pause: (milliseconds: number, signal: AbortSignal) => Promise<void>;
}

/** The machine's time. */
export const machineTime = (now: Clock): Time => ({
  now,
  pause: (milliseconds, signal) => delay(milliseconds, undefined, { signal }).catch(() => undefined),
});
