/** Work in lanes: one piece at a time in each, in order, and only so much at once in all of them together. */
export class Lanes {
  private readonly ends = new Map<string, Promise<void>>();
  private readonly waiting: (() => void)[] = [];
  private running = 0;

  constructor(private readonly atMost: number) {}

  /** Does the work when what came before it in its lane has ended, however that went. */
  run<Result>(lane: string, work: () => Promise<Result>): Promise<Result> {
    const before = this.ends.get(lane) ?? Promise.resolve();
    const done = before.then(() => this.inTurn(work));
    const end = done.then(
      () => undefined,
      () => undefined,
    );
    this.ends.set(lane, end);
    void end.then(() => {
      if (this.ends.get(lane) === end) this.ends.delete(lane);
    });
    return done;
  }

  private async inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.running >= this.atMost) await new Promise<void>((start) => this.waiting.push(start));
    else this.running += 1;
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.running -= 1;
    }
  }
}
