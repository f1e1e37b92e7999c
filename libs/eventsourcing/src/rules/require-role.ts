import type { Actor } from '../event-metadata';
import { commonRefusal } from './invariant';

/** I45 and I04. @throws READ_ONLY_ROLE, ROLE_NOT_PERMITTED */
export const requireRole = (actor: Actor, permitted: readonly string[]): void => {
  if (actor.roles.includes('compliance')) throw commonRefusal('READ_ONLY_ROLE');
  if (!permitted.some((role) => actor.roles.includes(role)))
    throw commonRefusal('ROLE_NOT_PERMITTED', `This needs one of the roles ${permitted.join(', ')}.`, { permitted });
};
