import { CommandRunner, EventCodec, InMemoryEventStore, InMemoryPatientKeys } from '@referral/event-store';
import type { Aggregate, Command, RecordedEvent } from '@referral/eventsourcing';
import { defaultSite, type Process, processAggregate, type ProcessEvent } from '@referral/processes';
import { agenda, type AgendaItem } from '@referral/projections';
import { businessCalendarAggregate, slaPolicyAggregate } from '@referral/sla-policy';
import { NoPayers, type PayerDesk } from '../payers/payer-desk';
import { InMemoryPositions } from '../positions';
import { Reactor } from '../reactor';
import type { Snapshot } from '../snapshot';
import { RememberedLooking } from './remembered-looking';
import { InMemoryCommandSender } from './in-memory-command-sender';
import { virtualTime } from './virtual-time';

/** What a world is made of. */
export interface WorldParts {
  readonly processes: readonly Process[];
  readonly aggregates: readonly Aggregate[];
  readonly startsAt: string;
  readonly payers?: PayerDesk;
}

/** A log, those who decide commands, and a reactor that can be stopped and started again, all in memory and on a virtual clock. */
export class World {
  readonly store = new InMemoryEventStore();
  readonly positions = new InMemoryPositions();
  readonly troubles: string[] = [];
  readonly time;
  readonly sender;
  readonly looking = new RememberedLooking();
  private readonly codec;
  private readonly runner;
  private reactor: Reactor | undefined;
  private commands = 0;

  constructor(private readonly parts: WorldParts) {
    const { processes, aggregates, startsAt } = parts;
    this.time = virtualTime(startsAt);
    const shapes = [slaPolicyAggregate, businessCalendarAggregate, ...aggregates, ...processes.map(processAggregate)];
    this.codec = new EventCodec({ aggregates: shapes, keys: new InMemoryPatientKeys() });
    this.runner = new CommandRunner({ store: this.store, codec: this.codec, soleWriter: true });
    this.sender = new InMemoryCommandSender(this.runner, aggregates, this.time.now);
  }

  /** Starts a reactor on the log, its positions, and a read model that is current. */
  async start(): Promise<Reactor> {
    this.reactor = new Reactor({
      ...this.parts,
      store: this.store,
      codec: this.codec,
      positions: this.positions,
      sender: this.sender,
      payers: this.parts.payers ?? new NoPayers(),
      looking: this.looking,
      time: this.time,
      snapshot: () => this.snapshot(),
      settings: defaultSite,
      onTrouble: (message) => this.troubles.push(message),
    });
    await this.reactor.start();
    return this.reactor;
  }

  async stop(): Promise<void> {
    await this.reactor?.stop();
    this.reactor = undefined;
  }

  /** What the read model tells: all that is in the log, unless a specification says otherwise. */
  snapshot: () => Promise<Snapshot> = () => this.current();

  private async current(): Promise<Snapshot> {
    const items = new Map<string, AgendaItem | null>();
    const categories = this.parts.processes.map(({ name }) => name);
    for await (const stored of this.store.readAll({ categories })) {
      const opened = await this.codec.open(stored);
      if (opened.kind === 'unreadable') throw new TypeError(opened.reason);
      const event = opened.event as unknown as RecordedEvent<ProcessEvent>;
      items.set(stored.streamId, agenda.evolve(items.get(stored.streamId) ?? null, event, undefined));
    }
    const open = [...items].flatMap(([streamId, item]) => (item ? [{ streamId, tenantId: 'default', item }] : []));
    return { position: await this.store.head(), items: open };
  }

  /** Issues a command as a person would. */
  async issue<C extends Command>(aggregate: Aggregate<C>, command: C): Promise<void> {
    this.commands += 1;
    const commandId = `command-${this.commands}`;
    const options = { commandId, commandHash: commandId, correlationId: 'story', causationId: commandId };
    await this.runner.run(aggregate, command, options);
  }

  /** The facts of a stream, opened. */
  async facts(streamId: string): Promise<readonly { readonly type: string; readonly data: object }[]> {
    const facts = [];
    for await (const stored of this.store.readStream(streamId)) {
      const opened = await this.codec.open(stored);
      if (opened.kind === 'event') facts.push({ type: opened.event.type, data: opened.event.data });
    }
    return facts;
  }

  /** The facts of one kind that a process has recorded. */
  async recorded<Type extends ProcessEvent['type']>(
    streamId: string,
    type: Type,
  ): Promise<readonly Extract<ProcessEvent, { readonly type: Type }>['data'][]> {
    const facts = await this.facts(streamId);
    return facts.filter((fact) => fact.type === type).map(({ data }) => data) as never;
  }
}
