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

const ownerOf = (referral: RegisteredReferral, role: Role): string | undefined =>
  role === 'referring_party' ? referral.registration.referringParty.id : referral.facets.acceptance?.destination.id;

/**
 * I04 for partners: one who may act only as a partner acts for the side of its own organisation. An actor whose organisation is not
 * known, or a side that nobody owns yet, cannot be held against it.
 * @throws NOT_YOUR_SIDE
 */
export const requireOwnSide = (actor: Actor, permitted: readonly Role[], referral: RegisteredReferral): void => {
  if (actor.orgId === undefined || !actsOnlyAs(actor, permitted, partnerRoles)) return;
  const owners = granted(actor, permitted).map((role) => ownerOf(referral, role));
  if (!owners.some((owner) => owner === undefined || owner === actor.orgId)) throw refusal('NOT_YOUR_SIDE');
};
