import { EventCodec, EventStore } from '@referral/event-store';
import { Inject, Injectable } from '@nestjs/common';
import type { Caller } from '../http/caller';
import { stateAfter } from './history';
import { requireSight, requireSingleReferrals } from './may-see';
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

  /**
   * The whole history of a referral, for a caller who may see it; never empty. Throws REFERRAL_NOT_FOUND, and ROLE_NOT_PERMITTED as
   * `requireSingleReferrals` and `requireSight` do.
   */
  async seenBy({ tenantId, actor }: Caller, referralId: string): Promise<readonly Told[]> {
    requireSingleReferrals(actor);
    const told: Told[] = [];
    for await (const one of this.tell(tenantId, referralId)) told.push(one);
    requireSight(stateAfter(told), actor);
    return told;
  }

  /** The first event of a referral of this tenant; `null` when there is no such referral. */
  first(tenantId: string, referralId: string): Promise<Told | null> {
    return this.streams.first('referral', tenantId, referralId);
  }
}
