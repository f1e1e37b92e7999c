/** Waits for one thing after another until somebody leaves, with one listener however often it waits. */
export class Leaving {
  private leave: () => void = () => undefined;

  constructor(private readonly signal: AbortSignal) {
    signal.addEventListener('abort', () => this.leave(), { once: true });
  }

  /** What is waited for, or `null` as soon as the signal is given. */
  async orResult<Value>(waiting: Promise<Value>): Promise<Value | null> {
    if (this.signal.aborted) return null;
    return new Promise((resolve, reject) => {
      this.leave = () => resolve(null);
      waiting.then(resolve, reject);
    });
  }
}
