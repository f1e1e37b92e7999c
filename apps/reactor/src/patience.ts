import type { Time } from './time';

/** How long to wait before the next of several attempts, ms: doubling, up to a limit. */
const pauses = { first: 100, longest: 30_000 };

/** How to try again. */
export interface Patience {
  readonly time: Time;
  readonly signal: AbortSignal;
  /** Whether the same might go well later. */
  readonly mayPass: (error: unknown) => boolean;
  readonly onTrouble: (error: unknown) => void;
}

/** Nobody wants the work any more. */
export class Stopped extends Error {
  constructor() {
    super('The reactor is stopping.');
    this.name = 'Stopped';
  }
}

/** Does something, again and again with growing pauses while it fails for what may pass. Throws Stopped when the signal aborts. */
export const patiently = async <Result>(work: () => Promise<Result>, patience: Patience): Promise<Result> => {
  const { time, signal, mayPass, onTrouble } = patience;
  for (let attempt = 0; ; attempt += 1) {
    if (signal.aborted) throw new Stopped();
    try {
      return await work();
    } catch (error) {
      if (!mayPass(error)) throw error;
      onTrouble(error);
      await time.pause(Math.min(pauses.longest, pauses.first * 2 ** Math.min(attempt, 10)), signal);
    }
  }
};
