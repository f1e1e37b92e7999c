import type { OpenedAuthorization } from '../authorization';
import type { AuthorizationEvent } from '../events/authorization-event';
import { requireEnd } from '../granted';
import { happened } from '../happened';
import { refusal } from '../invariants';
import { authorizationTransitions } from '../transitions';
import type { UseCase } from '../use-case';
import { isOver } from '../validity';
import { AuthorizationCommand } from './authorization-command';

/** A clock says that the validity has ended. */
export class ExpireAuthorization extends AuthorizationCommand {}

/** A17. */
export const expireAuthorization = (
  command: ExpireAuthorization,
  authorization: OpenedAuthorization,
): readonly AuthorizationEvent[] => {
  const { stage, referralId } = authorization;
  if (stage === 'expired') return [];
  authorizationTransitions.require(stage, 'ExpireAuthorization');
  const validity = requireEnd(authorization);
  if (!isOver(validity, command.occurredAt))
    throw refusal('DEADLINE_NOT_REACHED', `It is valid until ${validity.end}.`, { validity });
  return [happened('AuthorizationExpired', command, { referralId, dueAt: validity.end })];
};

/** The end of the validity. */
export const expireAuthorizationUseCase: UseCase<ExpireAuthorization> = {
  name: 'ExpireAuthorization',
  command: ExpireAuthorization,
  summary: 'Records that the validity has ended.',
  roles: ['system'],
  creates: false,
  generatedIds: [],
  decide: expireAuthorization,
  possible: (authorization) => void requireEnd(authorization),
};
