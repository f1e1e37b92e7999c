import { requireOrder } from '@referral/eventsourcing';
import { IsValue, MayBeAbsent, type Reason, ReasonValue, requireListedReason } from '@referral/values';
import type { OpenedAuthorization } from '../authorization';
import type { AuthorizationEvent } from '../events/authorization-event';
import { happened } from '../happened';
import { cancellationReasons } from '../reasons';
import { authorizationTransitions } from '../transitions';
import type { UseCase } from '../use-case';
import { AuthorizationCommand } from './authorization-command';

/** The request is withdrawn, or the payer withdraws what it granted. */
export class CancelAuthorization extends AuthorizationCommand {
  @MayBeAbsent() @IsValue(() => ReasonValue) readonly reason?: Reason;
}

/** A18. */
export const cancelAuthorization = (
  command: CancelAuthorization,
  { stage, stageSince, referralId }: OpenedAuthorization,
): readonly AuthorizationEvent[] => {
  if (stage === 'cancelled') return [];
  authorizationTransitions.require(stage, 'CancelAuthorization');
  const reason = requireListedReason(cancellationReasons, command.reason);
  requireOrder(command, stageSince, `it was ${stage}`);
  return [happened('AuthorizationCancelled', command, { referralId, reason })];
};

/** The withdrawal. */
export const cancelAuthorizationUseCase: UseCase<CancelAuthorization> = {
  name: 'CancelAuthorization',
  command: CancelAuthorization,
  summary: 'Withdraws the authorization with a reason.',
  roles: ['auth_specialist', 'lead', 'integration', 'system'],
  creates: false,
  generatedIds: [],
  decide: cancelAuthorization,
};
