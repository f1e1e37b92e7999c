import type { Actor } from '../event-metadata';
import { commonRefusal } from './invariant';

const isReadOnly = (actor: Actor): boolean => actor.roles.includes('compliance');

/** Whether the actor's roles let it issue what is permitted to these: I45 and I04, asked without a refusal. */
export const permits = (actor: Actor, permitted: readonly string[]): boolean =>
  !isReadOnly(actor) && permitted.some((role) => actor.roles.includes(role));

/** I45 and I04. @throws READ_ONLY_ROLE, ROLE_NOT_PERMITTED */
export const requireRole = (actor: Actor, permitted: readonly string[]): void => {
  if (permits(actor, permitted)) return;
  if (isReadOnly(actor)) throw commonRefusal('READ_ONLY_ROLE');
  throw commonRefusal('ROLE_NOT_PERMITTED', `This needs one of the roles ${permitted.join(', ')}.`, { permitted });
};
