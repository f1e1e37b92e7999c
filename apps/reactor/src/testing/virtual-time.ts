import type { Time } from '../time';

/** Time that passes when a specification says so. */
export interface VirtualTime extends Time {
  /** Lets so many milliseconds pass: the clock goes on, and whoever has waited long enough wakes. */
  readonly pass: (milliseconds: number) => void;
  /** Sets the clock, as somebody would who corrects it: nobody has waited any longer for that. */
  readonly jump: (to: string) => void;
}

interface Sleeper {
  readonly until: number;
  readonly wake: () => void;
}

/** A clock that stands at an instant. */
export const virtualTime = (startsAt: string): VirtualTime => {
  let wall = Date.parse(startsAt);
  let passed = 0;
  const sleepers = new Set<Sleeper>();
  return {
    now: () => new Date(wall).toISOString(),
    pause: (milliseconds, signal) =>
      new Promise((resolve) => {
        const wake = () => {
          sleepers.delete(sleeper);
          signal.removeEventListener('abort', wake);
          resolve();
        };
        const sleeper = { until: passed + milliseconds, wake };
        if (signal.aborted) resolve();
        else {
          sleepers.add(sleeper);
          signal.addEventListener('abort', wake, { once: true });
        }
      }),
    pass: (milliseconds) => {
      wall += milliseconds;
      passed += milliseconds;
      for (const sleeper of [...sleepers]) if (sleeper.until <= passed) sleeper.wake();
    },
    jump: (to) => {
      wall = Date.parse(to);
    },
  };
};
