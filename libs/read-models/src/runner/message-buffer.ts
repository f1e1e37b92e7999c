import type { LogMessage } from '@referral/eventsourcing';

/** Messages between the one who reads the log and the one who writes models: bounded, so that a slow writer slows the reader. */
export class MessageBuffer {
  #messages: LogMessage[] = [];
  /** Nothing more is coming for now: whoever takes need not wait. */
  #complete = false;
  #ended: { readonly error: unknown } | null = null;
  #wakeWriter: (() => void) | null = null;
  #wakeReader: (() => void) | null = null;

  constructor(private readonly capacity: number) {}

  /** Nothing, or what to wait for before the next one. */
  push(message: LogMessage): Promise<void> | undefined {
    this.#messages.push(message);
    this.#complete ||= message.kind === 'caughtUp';
    this.#wakeWriter?.();
    return this.#messages.length < this.capacity
      ? undefined
      : new Promise((resolve) => {
          this.#wakeReader = resolve;
        });
  }

  /** Lets the reader go on, because nobody will take any more. */
  release(): void {
    this.#messages = [];
    this.#wakeReader?.();
    this.#wakeReader = null;
  }

  /** No more will come, because of this. */
  end(error: unknown): void {
    this.#ended = { error };
    this.#wakeWriter?.();
  }

  /**
   * What has come: nothing after `idleMs` of silence, else up to `size` messages as soon as they are there, the log is caught up with,
   * or `lingerMs` have gone by since the first. Rejects with the error it was ended with when all before it is taken.
   */
  async take(size: number, lingerMs: number, idleMs: number): Promise<readonly LogMessage[]> {
    if (this.#messages.length === 0) await this.#wait(idleMs, 1);
    if (lingerMs > 0 && this.#messages.length > 0 && this.#messages.length < size) await this.#wait(lingerMs, size);
    if (this.#messages.length === 0 && this.#ended) throw this.#ended.error;
    const taken = this.#messages.splice(0, size);
    this.#complete = this.#messages.some(({ kind }) => kind === 'caughtUp');
    this.#wakeReader?.();
    this.#wakeReader = null;
    return taken;
  }

  /** Until so many messages are there, the end has come, or the time is over. */
  #wait(timeoutMs: number, size: number): Promise<void> {
    if (this.#ended || (this.#complete && this.#messages.length > 0)) return Promise.resolve();
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer);
        this.#wakeWriter = null;
        resolve();
      };
      const timer = setTimeout(done, timeoutMs);
      this.#wakeWriter = () => {
        if (this.#ended || this.#complete || this.#messages.length >= size) done();
      };
    });
  }
}
