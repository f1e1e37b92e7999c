/** Measures how fast events go through, over the last ten seconds or so. */
export class Rate {
  #from = performance.now();
  #events = 0;
  #rate = 0;

  add(events: number): void {
    this.#events += events;
    if (performance.now() - this.#from > windowMs) this.#roll();
  }

  /** Events per second. */
  get perSecond(): number {
    const elapsed = performance.now() - this.#from;
    if (elapsed > windowMs) this.#roll();
    return elapsed > 200 ? Math.round((this.#events / elapsed) * 1_000) : this.#rate;
  }

  #roll(): void {
    const now = performance.now();
    this.#rate = Math.round((this.#events / Math.max(1, now - this.#from)) * 1_000);
    this.#events = 0;
    this.#from = now;
  }
}

const windowMs = 10_000;
