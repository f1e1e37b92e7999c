import { setTimeout as delay } from 'node:timers/promises';

/** How often and how patiently to try again. */
export interface Patience {
  readonly signal: AbortSignal;
  readonly worthRetrying: (error: unknown) => boolean;
  readonly onRetry: (error: unknown, attempt: number) => void;
  /** Default 20 ms, doubling up to 2 s, each shortened by chance so that many do not knock at once. */
  readonly firstDelayMs?: number;
}

const longestDelayMs = 2_000;

/** Does something until it succeeds, fails for good, or nobody wants it any more. */
export const persistently = async <Result>(work: () => Promise<Result>, patience: Patience): Promise<Result> => {
  const { signal, worthRetrying, onRetry, firstDelayMs = 20 } = patience;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (signal.aborted || !worthRetrying(error)) throw error;
      onRetry(error, attempt);
      const longest = Math.min(longestDelayMs, firstDelayMs * 2 ** Math.min(attempt - 1, 10));
      await delay(longest * (0.5 + Math.random() / 2), undefined, { signal });
    }
  }
};
