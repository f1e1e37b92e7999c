import { type Actor, DomainError } from '@referral/eventsourcing';
import type { Queue } from '@referral/projections';
import { isSensitive, type Referral } from '@referral/referral';
import type { Role } from '@referral/values';

/** Roles that see every queue: one leads the work, the other oversees it and may change nothing. */
const everyQueue: readonly Role[] = ['lead', 'compliance'];

/** Whether the caller works in a queue, or is over it. */
export const mayLookInto = ({ roles }: Queue, actor: Actor): boolean =>
  [...roles, ...everyQueue].some((role) => actor.roles.includes(role));

/** Throws ROLE_NOT_PERMITTED when the caller may not look into a queue. */
export const requireQueue = (queue: Queue, actor: Actor): void => {
  if (mayLookInto(queue, actor)) return;
  const permitted = [...new Set([...queue.roles, ...everyQueue])];
  throw new DomainError('ROLE_NOT_PERMITTED', `This queue needs one of the roles ${permitted.join(', ')}.`, {
    permitted,
  });
};

/** Throws ROLE_NOT_PERMITTED for whoever is an analyst and nothing else: figures about many are theirs, a single referral is not. */
export const requireSingleReferrals = ({ roles }: Actor): void => {
  if (roles.some((role) => role !== 'analyst')) return;
  throw new DomainError('ROLE_NOT_PERMITTED', 'An analyst sees figures, and no single referral.');
};

/** Roles that see what is more than normally sensitive, whoever has it. */
const sensitiveRoles: readonly Role[] = [
  'clinical_reviewer',
  'lead',
  'compliance',
  'privacy_officer',
  'integration',
  'system',
];

/** Whether the caller sees referrals that are more than normally sensitive. */
export const seesSensitive = ({ roles }: Actor): boolean => sensitiveRoles.some((role) => roles.includes(role));

/** Throws ROLE_NOT_PERMITTED when a referral is sensitive and the caller neither sees such ones nor has it, or stands in for who has. */
export const requireSight = (referral: Referral, actor: Actor): void => {
  if (referral.stage === 'none' || !isSensitive(referral.registration) || seesSensitive(actor)) return;
  const { assignment, cover } = referral.facets;
  if ([assignment.coordinatorId, cover?.coveringId].includes(actor.userId)) return;
  throw new DomainError(
    'ROLE_NOT_PERMITTED',
    `A sensitive referral is shown to whoever has it, and to the roles ${sensitiveRoles.join(', ')}.`,
    { permitted: sensitiveRoles },
  );
};

/** Roles of those with whom the desk works. */
export const outsideDesk: readonly Role[] = ['referring_party', 'receiving_party', 'patient_proxy'];

/** Throws ROLE_NOT_PERMITTED for whoever is not of the desk: what its people did and read, over all referrals, is not theirs to see. */
export const requireAuditTrail = (actor: Actor): void => {
  requireSingleReferrals(actor);
  if (actor.roles.some((role) => role !== 'analyst' && !outsideDesk.some((outside) => outside === role))) return;
  throw new DomainError('ROLE_NOT_PERMITTED', 'The audit trail is for those who work at the desk or oversee it.');
};
