/** Yielded between documents by long reads, so that whoever pulls can let others run. */
export const pause = Symbol('pause');

/** A value, or a moment to pause. */
export type Paused<T> = T | typeof pause;

/** The longest one command runs before others get their turn, in milliseconds. */
const slice = 10;

/** Pulls everything, letting the event loop turn every few milliseconds; stops when `stop` says so. */
export const drain = async <T>(
  source: Iterator<Paused<T>>,
  accept: (value: T) => boolean,
  check: () => void,
): Promise<boolean> => {
  let started = performance.now();
  try {
    for (;;) {
      const next = source.next();
      if (next.done === true) return true;
      if (next.value !== pause) {
        if (!accept(next.value)) return false;
      } else if (performance.now() - started > slice) {
        check();
        await new Promise(setImmediate);
        started = performance.now();
      }
    }
  } finally {
    source.return?.();
  }
};
