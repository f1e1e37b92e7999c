import { type Envelope, type Holding, StreamBusy, UniqueNames } from '@referral/event-store';
import { DomainError } from '@referral/eventsourcing';
import { Inject, Injectable } from '@nestjs/common';
import type { ReferralEvent } from '@referral/referral';
import type { Identifier } from '@referral/values';
import { ReferralStream } from '../queries/referral-stream';
import { KeyOwners } from './key-owners';

/** Rounds of looking and reserving before a command that others keep overtaking gives up. */
const ROUNDS = 5;

/** How an external id stands before it is reserved. */
type Claim = { readonly id: Identifier } & (
  | { readonly kind: 'free'; readonly instead?: Holding }
  /** Its referral has not been received yet: whoever comes next completes it under that id. */
  | { readonly kind: 'pending'; readonly owner: string }
  | { readonly kind: 'taken'; readonly owner: string; readonly commandId: string | undefined }
);

/** Who asks for external ids: the referral to be received, and the command that does it. */
export interface Asker {
  readonly externalIds: readonly Identifier[];
  readonly referralId: string;
  readonly envelope: Envelope;
}

/** Sees to it that an external id stands for one referral (I06). */
@Injectable()
export class ExternalIds {
  constructor(
    @Inject(UniqueNames) private readonly uniqueNames: UniqueNames,
    @Inject(ReferralStream) private readonly referrals: ReferralStream,
    @Inject(KeyOwners) private readonly keyOwners: KeyOwners,
  ) {}

  /**
   * Reserves all of them for one referral and tells its id, or reserves none. It is another id than the asker's where a command broke off
   * between reserving and receiving. Throws DUPLICATE_EXTERNAL_ID, StreamBusy.
   */
  async reserve({ externalIds, referralId, envelope }: Asker): Promise<string> {
    let target = referralId;
    for (let round = 1; round <= ROUNDS; round += 1) {
      const claims = await Promise.all(inOrder(externalIds).map((id) => this.claimOn(id, envelope.tenantId)));
      const taken = claims.find((claim) => claim.kind === 'taken');
      // A twin of this command was faster: its answer is this one's.
      if (taken?.commandId === envelope.commandId) return taken.owner;
      if (taken) throw duplicateExternalId(taken.owner);
      const owner = onlyOwner(claims, target);
      target = owner === target ? target : await this.keyOwners.bind(owner, envelope);
      if (target === owner && (await this.reserveFree(claims, target, envelope))) return target;
    }
    throw new StreamBusy('externalid');
  }

  private async claimOn(id: Identifier, tenantId: string): Promise<Claim> {
    const { system, value } = id;
    const holding = await this.uniqueNames.holding({ tenantId, system, value });
    if (!holding) return { id, kind: 'free' };
    const { owner } = holding;
    const first = await this.referrals.first(tenantId, owner);
    if (!first) return { id, kind: 'pending', owner };
    const received = first.event as ReferralEvent | null;
    const carried = received?.type !== 'ReferralReceived' || received.data.externalIds.some((one) => same(one, id));
    return carried
      ? { id, kind: 'taken', owner, commandId: first.event?.metadata.commandId }
      : { id, kind: 'free', instead: holding }; // a referral never gets external ids later, so this one will not come for it
  }

  /** False when somebody else was faster with one of them. */
  private async reserveFree(claims: readonly Claim[], owner: string, envelope: Envelope): Promise<boolean> {
    for (const claim of claims) {
      if (claim.kind !== 'free') continue;
      const { id, instead } = claim;
      const found = await this.uniqueNames.reserve({ ...id, owner, envelope, ...(instead && { instead }) });
      if (found !== owner) return false;
    }
    return true;
  }
}

/** One order for everybody: of two that want the same ids, the slower then holds none when it meets the faster. */
const inOrder = (ids: readonly Identifier[]): readonly Identifier[] =>
  [...ids].sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));

const keyOf = ({ system, value }: Identifier): string => JSON.stringify([system, value]);

const same = (one: Identifier, other: Identifier): boolean => keyOf(one) === keyOf(other);

/** Whose the pending ones are; the target's when there are none. Two pending referrals cannot become one. */
const onlyOwner = (claims: readonly Claim[], target: string): string => {
  const owners = new Set(claims.flatMap((claim) => (claim.kind === 'pending' ? [claim.owner] : [])));
  const [owner = target] = owners;
  if (owners.size > 1) throw duplicateExternalId([...owners].find((one) => one !== target) ?? owner);
  return owner;
};

/** I06: the external id stands for another referral. */
export const duplicateExternalId = (referralId: string): DomainError =>
  new DomainError('DUPLICATE_EXTERNAL_ID', `The external id belongs to referral ${referralId}.`, { referralId });
