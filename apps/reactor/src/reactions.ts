import { type CommandRunner, KeysUnavailable, StoreUnavailable, StreamBusy } from '@referral/event-store';
import type { Issuance } from '@referral/eventsourcing';
import {
  initialProcessState,
  type Process,
  processAggregate,
  React,
  react,
  type Site,
  type Trigger,
} from '@referral/processes';
import type { Agenda } from './agenda';
import type { Time } from './time';

/** Something that an instance is to react to. */
export interface Reaction {
  readonly process: Process;
  readonly instanceId: string;
  readonly tenantId: string;
  readonly trigger: Trigger;
  readonly view: unknown;
  readonly correlationId: string;
  readonly causationId: string;
}

/** True for what may go well a little later, by itself. */
export const mayPass = (error: unknown): boolean =>
  error instanceof StoreUnavailable || error instanceof KeysUnavailable || error instanceof StreamBusy;

/** Lets instances of processes react, and hears what they wait for then. */
export class Reactions {
  private readonly aggregates = new Map<Process, ReturnType<typeof processAggregate>>();

  constructor(
    private readonly runner: CommandRunner,
    private readonly agenda: Agenda,
    private readonly time: Time,
    private readonly siteOf: (tenantId: string) => Site,
    private readonly signal: AbortSignal,
  ) {}

  /** Resolves when the agenda tells what came of it. Throws StoreUnavailable, StreamBusy; the same again has no second effect. */
  async react(reaction: Reaction): Promise<void> {
    const { process, instanceId, trigger, view, correlationId, causationId } = reaction;
    const streamId = `${process.name}-${instanceId}`;
    const command = new React(instanceId, trigger, view, this.issuance(reaction), this.siteOf(reaction.tenantId));
    const known = this.agenda.instance(streamId)?.state ?? initialProcessState;
    // Most facts decide nothing, and need no look at the stream for that.
    if (react(process, command, known).length === 0) return;
    const commandId = keyOf(trigger);
    const options = { commandId, commandHash: commandId, correlationId, causationId };
    const { position } = await this.runner.run(this.aggregateOf(process), command, options);
    if (position) await this.agenda.until(position, this.signal);
  }

  private aggregateOf(process: Process): ReturnType<typeof processAggregate> {
    const aggregate = this.aggregates.get(process) ?? processAggregate(process);
    this.aggregates.set(process, aggregate);
    return aggregate;
  }

  private issuance({ process, tenantId, trigger }: Reaction): Issuance {
    return {
      tenantId,
      actor: { userId: `process.${process.name}`, kind: 'system', roles: ['system'] },
      source: { channel: trigger.kind === 'timer' ? 'timer' : 'api', system: 'reactor' },
      recordedAt: this.time.now(),
    };
  }
}

/** The same trigger has the same key, so that it is recorded once even when nobody heard whether it was. */
const keyOf = (trigger: Trigger): string => {
  switch (trigger.kind) {
    case 'fact':
      return `fact:${trigger.fact.metadata.eventId}`;
    case 'timer':
      return `timer:${trigger.timer.timerId}:${trigger.timer.number}`;
    case 'outcome':
      return `outcome:${trigger.errandId}`;
  }
};
