import { EventCodec, EventStore, type StoredEvent } from '@referral/event-store';
import { DomainError, type RecordedEvent } from '@referral/eventsourcing';
import { Inject, Injectable } from '@nestjs/common';

/** One event of a history: as it is stored, which can be proved, and opened, which can be read. */
export interface Told {
  readonly stored: StoredEvent;
  /** `null` when this version of the program cannot open it; `reason` says why. */
  readonly event: RecordedEvent | null;
  readonly reason?: string;
}

/** Reads the stream of a referral from the log. */
@Injectable()
export class ReferralStream {
  constructor(
    @Inject(EventStore) private readonly store: EventStore,
    @Inject(EventCodec) private readonly codec: EventCodec,
  ) {}

  /**
   * Every event of a referral of this tenant, in order. Throws REFERRAL_NOT_FOUND, also for another tenant's, before the first is told.
   */
  async *tell(tenantId: string, referralId: string): AsyncGenerator<Told> {
    let any = false;
    for await (const stored of this.store.readStream(`referral-${referralId}`)) {
      const opened = await this.codec.open(stored);
      if (!any && opened.kind === 'event' && opened.event.metadata.tenantId !== tenantId) break;
      any = true;
      yield opened.kind === 'event' ? { stored, event: opened.event } : { stored, event: null, reason: opened.reason };
    }
    if (!any) throw new DomainError('REFERRAL_NOT_FOUND', 'There is no such referral.');
  }
}
