import { EventCodec, EventStore, notFound, type StoredEvent } from '@referral/event-store';
import { DomainError, type RecordedEvent } from '@referral/eventsourcing';
import { Inject, Injectable } from '@nestjs/common';

/** One event of a history: as it is stored, which can be proved, and opened, which can be read. */
export interface Told {
  readonly stored: StoredEvent;
  /** `null` when this version of the program cannot open it; `reason` says why. */
  readonly event: RecordedEvent | null;
  readonly reason?: string;
}

/** Reads the streams of aggregates from the log. */
@Injectable()
export class Streams {
  constructor(
    @Inject(EventStore) private readonly store: EventStore,
    @Inject(EventCodec) private readonly codec: EventCodec,
  ) {}

  /**
   * Every event of an instance of this tenant, in order. Throws `<CATEGORY>_NOT_FOUND` where an event is another tenant's, or says not
   * whose it is: before the first is told when that is so of the first.
   */
  async *tell(category: string, tenantId: string, id: string): AsyncGenerator<Told> {
    let any = false;
    for await (const stored of this.store.readStream(`${category}-${id}`)) {
      // Asked of the stored event, because one that cannot be opened must not be shown to others either.
      if (tenantOf(stored) !== tenantId) throw notFound(category);
      any = true;
      const opened = await this.codec.open(stored);
      yield opened.kind === 'event' ? { stored, event: opened.event } : { stored, event: null, reason: opened.reason };
    }
    if (!any) throw notFound(category);
  }

  /** The first event of an instance of this tenant; `null` when there is no such instance. */
  async first(category: string, tenantId: string, id: string): Promise<Told | null> {
    try {
      for await (const told of this.tell(category, tenantId, id)) return told;
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== notFound(category).code) throw error;
    }
    return null;
  }
}

const tenantOf = ({ metadata }: StoredEvent): unknown =>
  typeof metadata === 'object' && metadata !== null && 'tenantId' in metadata ? metadata.tenantId : undefined;
