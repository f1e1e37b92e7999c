import type { Actor } from '@referral/eventsourcing';
import type { Role } from '@referral/values';
import type { RegisteredReferral } from './referral';
import { refusal } from './refuse';

const partnerRoles: readonly Role[] = ['referring_party', 'receiving_party'];

/** The roles of the actor that a command accepts. */
const granted = (actor: Actor, permitted: readonly Role[]): readonly Role[] =>
  permitted.filter((role) => actor.roles.includes(role));

/** True when the actor may act only because of one of these roles. */
export const actsOnlyAs = (actor: Actor, permitted: readonly Role[], only: readonly Role[]): boolean => {
  const roles = granted(actor, permitted);
  return roles.length > 0 && roles.every((role) => only.includes(role));
};

/** What tells, beside the roles, who may do what with a referral. */
export interface Grounds {
  /** The organisation that refers. */
  readonly referringId: string;
  /** The organisation that took the referral; `null` before. */
  readonly receivingId: string | null;
  /** Triage goes by a protocol, which lets a coordinator accept. */
  readonly underProtocol: boolean;
}

/** Of a referral, who may do what with it. */
export const groundsOf = ({ registration, facets }: RegisteredReferral): Grounds => ({
  referringId: registration.referringParty.id,
  receivingId: facets.acceptance?.destination.id ?? null,
  underProtocol: typeof facets.triage?.protocolId === 'string',
});

const ownerOf = ({ referringId, receivingId }: Grounds, role: Role): string | null =>
  role === 'referring_party' ? referringId : receivingId;

/**
 * I04 for partners: one who may act only as a partner acts for the side of its own organisation. An actor whose organisation is not
 * known, or a side that nobody owns yet, cannot be held against it.
 * @throws NOT_YOUR_SIDE
 */
export const requireOwnSide = (actor: Actor, permitted: readonly Role[], grounds: Grounds): void => {
  if (actor.orgId === undefined || !actsOnlyAs(actor, permitted, partnerRoles)) return;
  const owners = granted(actor, permitted).map((role) => ownerOf(grounds, role));
  if (!owners.some((owner) => owner === null || owner === actor.orgId)) throw refusal('NOT_YOUR_SIDE');
};
