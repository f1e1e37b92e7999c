interface Waiter<State> {
  readonly met: (state: State) => boolean;
  readonly settle: (met: boolean) => void;
}

const intervalMs = 5;

/** A look is followed by a pause of at least twice its own time, so that looking never keeps a busy store from what is waited for. */
const pauseForLook = 2;

/**
 * Looks at something every 5 ms, or less often where that takes long, while somebody waits for it to change: once for all who wait.
 * Whoever comes during a longer pause cuts it to 5 ms, so that what is there already is seen soon.
 */
export class SharedPoll<State> {
  readonly #waiters = new Set<Waiter<State>>();
  #running = false;
  #shorten: () => void = () => undefined;

  constructor(private readonly look: () => Promise<State>) {}

  /** Whether the condition was met within the time. What looking throws while the time lasts counts as not met. */
  until(met: (state: State) => boolean, timeoutMs: number): Promise<boolean> {
    return new Promise((resolve) => {
      const settle = (result: boolean) => {
        clearTimeout(timer);
        this.#waiters.delete(waiter);
        resolve(result);
      };
      const waiter = { met, settle };
      const timer = setTimeout(() => settle(false), timeoutMs);
      this.#waiters.add(waiter);
      this.#shorten();
      void this.#run();
    });
  }

  async #run(): Promise<void> {
    if (this.#running) return;
    this.#running = true;
    while (this.#waiters.size > 0) {
      const startedAt = performance.now();
      await this.#round();
      const pause = Math.max(intervalMs, pauseForLook * (performance.now() - startedAt));
      if (this.#waiters.size > 0) await this.#pause(pause);
    }
    this.#running = false;
  }

  #pause(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const shortest = performance.now() + intervalMs;
      let timer = setTimeout(resolve, milliseconds);
      this.#shorten = () => {
        this.#shorten = () => undefined;
        clearTimeout(timer);
        timer = setTimeout(resolve, Math.max(0, shortest - performance.now()));
      };
    });
  }

  async #round(): Promise<void> {
    try {
      const state = await this.look();
      for (const waiter of [...this.#waiters]) if (waiter.met(state)) waiter.settle(true);
    } catch {
      // The store is away: the next round may find it again, and time-outs answer those who cannot wait.
    }
  }
}
