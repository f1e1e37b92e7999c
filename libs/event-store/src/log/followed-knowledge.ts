import { type EventLog, type Knowledge, KnownSoFar, type LogMessage, type LogPosition } from '@referral/eventsourcing';
import { isAfter } from '../store/position';
import { Wakeups } from '../store/wakeups';

/** What is known of each tenant now, kept in memory by following the log. */
export class FollowedKnowledge<Known> {
  private readonly known: KnownSoFar<Known>;
  private readonly wakeups = new Wakeups();
  private position: LogPosition | null = null;
  private caughtUp = false;

  constructor(
    private readonly log: EventLog,
    private readonly knowledge: Knowledge<Known>,
  ) {
    this.known = new KnownSoFar(knowledge);
  }

  /** Takes in what is told until the signal aborts, and goes on from there when it is called again. `onTold` is told when that is taken in. */
  async listen(signal: AbortSignal, onTold: (message: LogMessage) => void = () => undefined): Promise<void> {
    const { categories } = this.knowledge;
    for await (const message of this.log.follow({ after: this.position, categories, signal })) {
      if (message.kind === 'event') this.known.learn(message.event);
      if (message.kind === 'caughtUp') this.caughtUp = true;
      else this.position = message.kind === 'event' ? message.event.position : message.position;
      this.wakeups.wake();
      onTold(message);
    }
  }

  of(tenantId: string): Known {
    return this.known.of(tenantId);
  }

  /** Waits until everything is known that there was when it began; false when it is not within so many ms. */
  isCurrent(withinMs: number): Promise<boolean> {
    return this.soon(() => this.caughtUp, withinMs);
  }

  /** Waits until all is known that the log says up to a position; false when it is not within so many ms. */
  reaches(position: LogPosition, withinMs: number): Promise<boolean> {
    return this.soon(() => !isAfter(position, this.position), withinMs);
  }

  private async soon(condition: () => boolean, withinMs: number): Promise<boolean> {
    if (condition()) return true;
    const late = AbortSignal.timeout(withinMs);
    while (!condition() && !late.aborted) await this.wakeups.next(late);
    return condition();
  }
}
