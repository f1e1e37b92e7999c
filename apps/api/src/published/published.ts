import { setTimeout as pause } from 'node:timers/promises';
import { EventCodec, EventStore, FollowedKnowledge, openLog } from '@referral/event-store';
import { allOf, type LogMessage, type LogPosition } from '@referral/eventsourcing';
import { Inject, Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { type PublishedRequirementSet, publishedRequirements } from '@referral/directory';
import type { Logger } from '@referral/runtime';
import { type BusinessCalendar, policyInForce, publishedPolicies, type PublishedPolicies } from '@referral/sla-policy';
import { Unavailable } from '../http/unavailable';
import { LOG } from '../parts';

/** How long a request waits for what was published before it. */
const WAIT_MS = 5_000;

/** How long after a failure the log is followed again. */
const RETRY_MS = 1_000;

/** The policies, calendars and requirement sets that sites have published, followed in the log from the start on. */
@Injectable()
export class Published implements OnModuleInit, OnModuleDestroy {
  private readonly stopping = new AbortController();
  private readonly known: FollowedKnowledge<{
    readonly policies: PublishedPolicies;
    readonly requirements: readonly PublishedRequirementSet[];
  }>;
  private following: Promise<void> = Promise.resolve();

  constructor(
    @Inject(EventStore) store: EventStore,
    @Inject(EventCodec) codec: EventCodec,
    @Inject(LOG) private readonly log: Logger,
  ) {
    const told = openLog(store, codec, (message, error) => log.warn({ err: error }, message));
    this.known = new FollowedKnowledge(
      told,
      allOf({ policies: publishedPolicies, requirements: publishedRequirements }),
    );
  }

  onModuleInit(): void {
    this.following = this.follow(this.stopping.signal);
  }

  async onModuleDestroy(): Promise<void> {
    this.stopping.abort();
    await this.following;
  }

  /** All policies and calendars of a tenant. Throws Unavailable while it is not known what was published. */
  async policiesOf(tenantId: string): Promise<PublishedPolicies> {
    return (await this.of(tenantId)).policies;
  }

  /** When a tenant works, at an instant. Throws what `policiesOf` throws. */
  async calendarAt(tenantId: string, instant: string): Promise<BusinessCalendar> {
    return policyInForce(await this.policiesOf(tenantId), instant).calendar;
  }

  /** All requirement sets of a tenant, in the order of their publication. Throws what `policiesOf` throws. */
  async requirementsOf(tenantId: string): Promise<readonly PublishedRequirementSet[]> {
    return (await this.of(tenantId)).requirements;
  }

  /** Waits until a publication is known here, so that what comes in after it was acknowledged goes by it. */
  async know(position: LogPosition): Promise<void> {
    await this.known.reaches(position, WAIT_MS);
  }

  private async of(tenantId: string) {
    if (await this.known.isCurrent(WAIT_MS)) return this.known.of(tenantId);
    throw new Unavailable('STORE_UNAVAILABLE', 'What the site has published is not known yet.');
  }

  private async follow(signal: AbortSignal): Promise<void> {
    while (!signal.aborted)
      try {
        await this.known.listen(signal, (message) => this.tell(message));
      } catch (error) {
        this.log.warn({ err: error }, 'What sites publish cannot be followed; trying again');
        await pause(RETRY_MS, undefined, { signal }).catch(() => undefined);
      }
  }

  private tell(message: LogMessage): void {
    if (message.kind === 'unreadable') this.log.error(message, 'something that was published cannot be read');
  }
}
