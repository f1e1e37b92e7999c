import { EventCodec, EventStore } from '@referral/event-store';
import { Inject, Injectable } from '@nestjs/common';
import { Streams, type Told } from './streams';

export type { Told } from './streams';

/** Reads the stream of a referral from the log. */
@Injectable()
export class ReferralStream {
  private readonly streams: Streams;

  constructor(@Inject(EventStore) store: EventStore, @Inject(EventCodec) codec: EventCodec) {
    this.streams = new Streams(store, codec);
  }

  /** Every event of a referral of this tenant, in order. Throws REFERRAL_NOT_FOUND as `Streams` does. */
  tell(tenantId: string, referralId: string): AsyncGenerator<Told> {
    return this.streams.tell('referral', tenantId, referralId);
  }

  /** The first event of a referral of this tenant; `null` when there is no such referral. */
  first(tenantId: string, referralId: string): Promise<Told | null> {
    return this.streams.first('referral', tenantId, referralId);
  }
}
