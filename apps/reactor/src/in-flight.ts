/** Bounds how much is begun before some of it has ended. */
export class InFlight {
  private readonly open = new Set<Promise<void>>();

  constructor(private readonly atMost: number) {}

  /** Resolves as soon as one more may be begun. */
  async room(): Promise<void> {
    while (this.open.size >= this.atMost) await Promise.race(this.open);
  }

  /** Counts work until it ends. It must not reject. */
  add(work: Promise<void>): void {
    const counted = work.finally(() => this.open.delete(counted));
    this.open.add(counted);
  }

  get size(): number {
    return this.open.size;
  }
}
