/** Nothing came in time. */
export class TimedOut extends Error {
  constructor(what: string, milliseconds: number) {
    super(`${what} took longer than ${milliseconds} ms`);
    this.name = 'TimedOut';
  }
}

/** The outcome of `work`, or TimedOut. The work goes on, and what becomes of it then is ignored. */
export const within = <T>(milliseconds: number, what: string, work: Promise<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new TimedOut(what, milliseconds)), milliseconds);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });

/** Waits, but not longer than until the signal aborts. */
export const pause = (milliseconds: number, signal?: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, signal?.aborted ? 0 : milliseconds);
    signal?.addEventListener('abort', done, { once: true });
  });

/** A pause that doubles with each attempt from the first (0) on, up to a limit, and differs by a random part between callers. */
export const backOff = (first: number, attempt: number, limit: number): number =>
  Math.min(limit, first * 2 ** attempt) * (0.5 + Math.random() / 2);
