import { type CommandRunner, StoreUnavailable } from '@referral/event-store';
import { type Aggregate, type Command, DomainError } from '@referral/eventsourcing';
import type { CommandErrand, Outcome } from '@referral/processes';
import type { Clock } from '@referral/runtime';
import { CommandSender } from '../sending/command-sender';
import { NotTaken, type Sending } from '../sending/sending';

/** Runs commands here and now, for specifications. */
export class InMemoryCommandSender extends CommandSender {
  /** What was sent, each time. */
  readonly sent: Sending<CommandErrand>[] = [];
  /** Nobody takes commands while this is false. */
  open = true;
  /** Id of an instance whose commands nobody takes. */
  refuses: string | undefined;

  constructor(
    private readonly runner: CommandRunner,
    private readonly aggregates: readonly Aggregate[],
    private readonly now: Clock,
  ) {
    super();
  }

  async send(sending: Sending<CommandErrand>): Promise<Outcome> {
    this.sent.push(sending);
    if (!this.open || sending.errand.id === this.refuses) throw new NotTaken('closed');
    try {
      await this.run(sending);
      return { outcome: 'done' };
    } catch (error) {
      if (error instanceof StoreUnavailable) throw new NotTaken(error.message, { cause: error });
      if (error instanceof DomainError) return { outcome: 'refused', code: error.code };
      throw error;
    }
  }

  private async run({
    errandId,
    errand,
    process,
    tenantId,
    correlationId,
    causationId,
  }: Sending<CommandErrand>): Promise<void> {
    const aggregate = this.aggregates.find(({ category }) => category === errand.category);
    const description = aggregate?.commands.find(({ name }) => name === errand.command);
    if (!aggregate || !description) throw new TypeError(`nobody takes ${errand.command}`);
    const recordedAt = this.now();
    const actor = { userId: `process.${process}`, kind: 'system', roles: ['system'] } as const;
    const issued = { tenantId, actor, source: { channel: 'api' }, recordedAt } as const;
    const command: Command = Object.assign(new description.command(), {
      occurredAt: recordedAt,
      ...errand.body,
      [aggregate.idField]: errand.id,
      issued,
    });
    await this.runner.run(aggregate, command, {
      commandId: errandId,
      commandHash: errandId,
      correlationId,
      causationId,
    });
  }
}
