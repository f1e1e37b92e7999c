import type { OpenedAuthorization } from '../authorization';
import { EXPIRING_WITHIN_DAYS } from '../clock-rules';
import type { AuthorizationEvent } from '../events/authorization-event';
import { requireEnd } from '../granted';
import { happened } from '../happened';
import { refusal } from '../invariants';
import { authorizationTransitions } from '../transitions';
import type { UseCase } from '../use-case';
import { daysLeft } from '../validity';
import { AuthorizationCommand } from './authorization-command';

/** A clock says that the end of the validity is near. */
export class RecordExpiring extends AuthorizationCommand {}

/** A16. It is recorded once for each end. */
export const recordExpiring = (
  command: RecordExpiring,
  authorization: OpenedAuthorization,
): readonly AuthorizationEvent[] => {
  const { stage, granted, referralId } = authorization;
  if (granted?.validity?.end !== undefined && granted.expiringNoted === granted.validity.end) return [];
  authorizationTransitions.require(stage, 'RecordExpiring');
  const { end } = requireEnd(authorization);
  const left = daysLeft(end, command.occurredAt);
  if (left > EXPIRING_WITHIN_DAYS)
    throw refusal('DEADLINE_NOT_REACHED', `It is valid for ${left} more days.`, { daysLeft: left });
  return [happened('AuthorizationExpiring', command, { referralId, dueAt: end, daysLeft: left })];
};

/** The warning that the end is near. */
export const recordExpiringUseCase: UseCase<RecordExpiring> = {
  name: 'RecordExpiring',
  command: RecordExpiring,
  summary: `Records that the validity ends within ${EXPIRING_WITHIN_DAYS} days.`,
  roles: ['system'],
  creates: false,
  generatedIds: [],
  decide: recordExpiring,
  possible: (authorization) => void requireEnd(authorization),
};
