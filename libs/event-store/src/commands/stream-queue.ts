import { StreamBusy } from './command-errors';

/** A turn of its own for each piece of work on one stream; work on different streams goes on at the same time. */
export class StreamQueue {
  private readonly queues = new Map<string, (() => void)[]>();

  /** @param patience milliseconds that work waits for its turn before it is refused with StreamBusy */
  constructor(private readonly patience: number) {}

  /** Runs `work` as soon as all earlier work on this stream has ended. */
  async run<T>(streamId: string, work: () => Promise<T>): Promise<T> {
    const queue = this.queues.get(streamId);
    if (queue) await this.turn(streamId, queue);
    else this.queues.set(streamId, []);
    try {
      return await work();
    } finally {
      this.next(streamId);
    }
  }

  private turn(streamId: string, queue: (() => void)[]): Promise<void> {
    return new Promise((resolve, reject) => {
      const start = () => {
        clearTimeout(timer);
        resolve();
      };
      const timer = setTimeout(() => {
        queue.splice(queue.indexOf(start), 1);
        reject(new StreamBusy(streamId));
      }, this.patience);
      queue.push(start);
    });
  }

  private next(streamId: string): void {
    const start = this.queues.get(streamId)?.shift();
    if (start) start();
    else this.queues.delete(streamId);
  }
}
