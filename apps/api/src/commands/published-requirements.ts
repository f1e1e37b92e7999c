import { EventCodec, EventStore, idOf, isAfter, openLog, Wakeups } from '@referral/event-store';
import type { LogPosition, RecordedEvent } from '@referral/eventsourcing';
import { Inject, Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import {
  type PublishedRequirementSet,
  requirementSetAggregate,
  type RequirementSetEvent,
  type RequirementSetState,
} from '@referral/directory';
import type { Logger } from '@referral/runtime';
import { Unavailable } from '../http/unavailable';
import { LOG } from '../parts';

/** How long a command waits for what was published before it. */
const WAIT_MS = 5_000;

const { category, decider } = requirementSetAggregate;

/**
 * The requirement sets that were published, kept in memory as a fold of their streams: they are few, and asked for with every referral
 * that comes in.
 */
@Injectable()
export class PublishedRequirements implements OnModuleInit, OnModuleDestroy {
  /** By tenant and by id. */
  private readonly sets = new Map<string, Map<string, RequirementSetState>>();
  private readonly leaving = new AbortController();
  private readonly wakeups = new Wakeups();
  private listening: Promise<void> = Promise.resolve();
  private position: LogPosition | null = null;
  private caughtUp = false;

  constructor(
    @Inject(EventStore) private readonly store: EventStore,
    @Inject(EventCodec) private readonly codec: EventCodec,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  onModuleInit(): void {
    this.listening = this.listen();
  }

  async onModuleDestroy(): Promise<void> {
    this.leaving.abort();
    await this.listening;
  }

  /** All sets of a tenant, in the order of their publication. Throws Unavailable while it is not known what was published. */
  async of(tenantId: string): Promise<readonly PublishedRequirementSet[]> {
    if (!(await this.soon(() => this.caughtUp)))
      throw new Unavailable('STORE_UNAVAILABLE', 'The requirement sets have not been read from the log yet.');
    return [...(this.sets.get(tenantId)?.values() ?? [])].filter((set) => set.stage !== 'none');
  }

  /** Waits until a publication is known here, so that what comes in after it was acknowledged goes by it. */
  async know(position: LogPosition): Promise<void> {
    await this.soon(() => !isAfter(position, this.position));
  }

  /** Waits for what the log will tell; `false` when it has not in time. */
  private async soon(condition: () => boolean): Promise<boolean> {
    if (condition()) return true;
    const late = AbortSignal.timeout(WAIT_MS);
    while (!condition() && !late.aborted) await this.wakeups.next(late);
    return condition();
  }

  private async listen(): Promise<void> {
    const { signal } = this.leaving;
    for await (const message of openLog(this.store, this.codec).follow({
      after: null,
      categories: [category],
      signal,
    })) {
      if (message.kind === 'event') this.take(message.event);
      else if (message.kind === 'caughtUp') this.caughtUp = true;
      else this.position = message.position;
      if (message.kind === 'unreadable') this.log.error(message, 'a requirement set cannot be read');
      this.wakeups.wake();
    }
  }

  private take({ streamId, metadata, position, ...event }: RecordedEvent): void {
    const sets = this.sets.get(metadata.tenantId) ?? new Map<string, RequirementSetState>();
    const known = sets.get(idOf(streamId)) ?? decider.initialState;
    sets.set(idOf(streamId), decider.evolve(known, event as unknown as RequirementSetEvent));
    this.sets.set(metadata.tenantId, sets);
    this.position = position;
  }
}
