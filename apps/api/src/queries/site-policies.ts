import { setTimeout as pause } from 'node:timers/promises';
import { EventCodec, EventStore, FollowedKnowledge, openLog } from '@referral/event-store';
import { Inject, Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import type { Logger } from '@referral/runtime';
import { type BusinessCalendar, policyInForce, publishedPolicies, type PublishedPolicies } from '@referral/sla-policy';
import { Unavailable } from '../http/unavailable';
import { LOG } from '../parts';

/** How long a query waits until everything that was published is known, after a start. */
const WAIT_MS = 5_000;

/** How long after a failure the log is followed again. */
const RETRY_MS = 1_000;

/** The policies and calendars that sites have published, followed in the log from the start on. */
@Injectable()
export class SitePolicies implements OnModuleInit, OnModuleDestroy {
  private readonly published: FollowedKnowledge<PublishedPolicies>;
  private readonly stopping = new AbortController();
  private readonly known: Promise<void>;
  private caughtUp: () => void = () => undefined;
  private following: Promise<void> = Promise.resolve();

  constructor(
    @Inject(EventStore) store: EventStore,
    @Inject(EventCodec) codec: EventCodec,
    @Inject(LOG) private readonly log: Logger,
  ) {
    this.published = new FollowedKnowledge(openLog(store, codec), publishedPolicies);
    this.known = new Promise((resolve) => {
      this.caughtUp = resolve;
    });
  }

  onModuleInit(): void {
    this.following = this.follow(this.stopping.signal);
  }

  async onModuleDestroy(): Promise<void> {
    this.stopping.abort();
    await this.following;
  }

  /** Everything that a tenant has published. Throws Unavailable while that is not known. */
  async of(tenantId: string): Promise<PublishedPolicies> {
    const enough = new AbortController();
    const late = pause(WAIT_MS, 'late', { signal: enough.signal }).catch(() => undefined);
    const told = await Promise.race([this.known, late]);
    enough.abort();
    if (told === 'late') throw new Unavailable('STORE_UNAVAILABLE', 'What the site has published is not known yet.');
    return this.published.of(tenantId);
  }

  /** When a tenant works, at an instant. Throws what `of` throws. */
  async calendarAt(tenantId: string, instant: string): Promise<BusinessCalendar> {
    return policyInForce(await this.of(tenantId), instant).calendar;
  }

  private async follow(signal: AbortSignal): Promise<void> {
    while (!signal.aborted)
      try {
        await this.published.listen(signal, this.caughtUp);
      } catch (error) {
        this.log.warn({ err: error }, 'What sites publish cannot be followed; trying again');
        await pause(RETRY_MS, undefined, { signal }).catch(() => undefined);
      }
  }
}
