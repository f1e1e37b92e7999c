/** Measures how fast events go through, over the last ten seconds or so. */
export class Rate {
  #from: number;
  #events = 0;
  #rate = 0;

  /** @param clock milliseconds since 1970 */
  constructor(private readonly clock: () => number) {
    this.#from = clock();
  }

  add(events: number): void {
    this.#events += events;
    if (this.clock() - this.#from > windowMs) this.#roll();
  }

  /** Events per second. */
  get perSecond(): number {
    const elapsed = this.clock() - this.#from;
    if (elapsed > windowMs) this.#roll();
    return elapsed > 200 ? Math.round((this.#events / elapsed) * 1_000) : this.#rate;
  }

  #roll(): void {
    const now = this.clock();
    this.#rate = Math.round((this.#events / Math.max(1, now - this.#from)) * 1_000);
    this.#events = 0;
    this.#from = now;
  }
}

const windowMs = 10_000;
