import { type EventLog, type Knowledge, KnownSoFar } from '@referral/eventsourcing';

/** What is known of each tenant now, kept in memory by following the log. */
export class FollowedKnowledge<Known> {
  private readonly known: KnownSoFar<Known>;

  constructor(
    private readonly log: EventLog,
    private readonly knowledge: Knowledge<Known>,
  ) {
    this.known = new KnownSoFar(knowledge);
  }

  /** Takes in what is told until the signal aborts. `onCaughtUp` is called when everything so far is known; it may be called again. */
  async listen(signal: AbortSignal, onCaughtUp: () => void): Promise<void> {
    const { categories } = this.knowledge;
    for await (const message of this.log.follow({ after: null, categories, signal })) {
      if (message.kind === 'event') this.known.learn(message.event);
      else if (message.kind === 'caughtUp') onCaughtUp();
    }
  }

  of(tenantId: string): Known {
    return this.known.of(tenantId);
  }
}
