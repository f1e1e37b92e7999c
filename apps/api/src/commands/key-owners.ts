import { type Envelope, EventStore, UniqueNames } from '@referral/event-store';
import { Inject, Injectable } from '@nestjs/common';
import { ReferralStream } from '../queries/referral-stream';

/** Names of idempotency keys have no system of their own. */
const SYSTEM = '';

/**
 * For which referral an idempotency key stands. It is the one whose id is derived from the key, and nothing is written for that; only
 * when a command completes what another one had reserved, a stream of the key says so, so that the key cannot make a second referral.
 */
@Injectable()
export class KeyOwners {
  private readonly names: UniqueNames;

  constructor(
    @Inject(EventStore) store: EventStore,
    @Inject(ReferralStream) private readonly referrals: ReferralStream,
  ) {
    this.names = new UniqueNames(store, { category: 'commandkey', eventType: 'CommandKeyBound' });
  }

  /** @param derived the id that is derived from the key */
  async referralOf({ tenantId, commandId }: Key, derived: string): Promise<string> {
    const holding = await this.names.holding({ tenantId, system: SYSTEM, value: commandId });
    if (!holding) return derived;
    const first = await this.referrals.first(tenantId, holding.owner);
    // Another command was faster there, so this key has made nothing and stands for its own referral again.
    return first?.event && first.event.metadata.commandId !== commandId ? derived : holding.owner;
  }

  /** Binds a key to a referral, and tells to which it is bound: this one, unless a twin was faster. */
  async bind(referralId: string, envelope: Envelope): Promise<string> {
    const name = { tenantId: envelope.tenantId, system: SYSTEM, value: envelope.commandId };
    const instead = await this.names.holding(name);
    if (instead?.owner === referralId) return referralId;
    return this.names.reserve({ ...name, owner: referralId, envelope, ...(instead && { instead }) });
  }
}

type Key = Pick<Envelope, 'tenantId' | 'commandId'>;
