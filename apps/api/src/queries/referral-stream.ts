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
   * Every event of a referral of this tenant, in order. Throws REFERRAL_NOT_FOUND where an event is another tenant's, or says not whose
   * it is: before the first is told when that is so of the first.
   */
  async *tell(tenantId: string, referralId: string): AsyncGenerator<Told> {
    let any = false;
    for await (const stored of this.store.readStream(`referral-${referralId}`)) {
      // Asked of the stored event, because one that cannot be opened must not be shown to others either.
      if (tenantOf(stored) !== tenantId) throw notFound();
      any = true;
      const opened = await this.codec.open(stored);
      yield opened.kind === 'event' ? { stored, event: opened.event } : { stored, event: null, reason: opened.reason };
    }
    if (!any) throw notFound();
  }

  /** The first event of a referral of this tenant; `null` when there is no such referral. */
  async first(tenantId: string, referralId: string): Promise<Told | null> {
    try {
      for await (const told of this.tell(tenantId, referralId)) return told;
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== 'REFERRAL_NOT_FOUND') throw error;
    }
    return null;
  }
}

const notFound = (): DomainError => new DomainError('REFERRAL_NOT_FOUND', 'There is no such referral.');

const tenantOf = ({ metadata }: StoredEvent): unknown =>
  typeof metadata === 'object' && metadata !== null && 'tenantId' in metadata ? metadata.tenantId : undefined;
