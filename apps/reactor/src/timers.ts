import type { Agenda, SetTimer } from './agenda';
import type { Time } from './time';

/** How often the clock is looked at, ms: a timer fires at most so much later than it is due, whatever the clock does. */
const LOOK_EVERY_MS = 500;

/** What watching timers needs. */
export interface TimersParts {
  readonly agenda: Agenda;
  readonly time: Time;
  readonly signal: AbortSignal;
  /** Fires a timer; resolves when that is on the record. */
  readonly fire: (timer: SetTimer) => Promise<void>;
  readonly onTrouble: (message: string, error: unknown) => void;
}

/**
 * Fires timers that are due. The clock is looked at again and again instead of waiting for an instant: so it may be set forwards or
 * backwards at any time, and a timer in many years needs no care of its own.
 */
export class Timers {
  private readonly firing = new Set<string>();
  private readonly failed = new Set<string>();

  constructor(private readonly parts: TimersParts) {}

  /** Timers that could not be fired and are left until the next start. */
  get failures(): number {
    return this.failed.size;
  }

  /** Watches until the signal aborts. */
  async run(): Promise<void> {
    const { agenda, time, signal } = this.parts;
    while (!signal.aborted) {
      for (const due of agenda.dueAt(time.now())) this.fire(due);
      await time.pause(LOOK_EVERY_MS, signal);
    }
  }

  private fire(due: SetTimer): void {
    const { fire, signal, onTrouble } = this.parts;
    const key = `${due.instance.streamId}:${due.timer.timerId}:${due.timer.number}`;
    if (this.firing.has(key) || this.failed.has(key)) return;
    this.firing.add(key);
    fire(due)
      .catch((error: unknown) => {
        if (signal.aborted) return;
        this.failed.add(key);
        onTrouble(`timer ${key} could not be fired`, error);
      })
      .finally(() => this.firing.delete(key));
  }
}
