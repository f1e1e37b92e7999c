import { IsValue, type Validity, ValidityValue } from '@referral/values';
import type { OpenedAuthorization } from '../authorization';
import type { AuthorizationEvent } from '../events/authorization-event';
import { requireLater } from '../extension';
import { requireEnd } from '../granted';
import { happened } from '../happened';
import { authorizationTransitions } from '../transitions';
import type { UseCase } from '../use-case';
import { sameValidity } from '../validity';
import { AuthorizationCommand } from './authorization-command';

/** The payer is asked for more time. */
export class RequestAuthorizationExtension extends AuthorizationCommand {
  @IsValue(() => ValidityValue) readonly new!: Validity;
}

/** A13. */
export const requestAuthorizationExtension = (
  command: RequestAuthorizationExtension,
  authorization: OpenedAuthorization,
): readonly AuthorizationEvent[] => {
  const { stage, extensionRequested, referralId } = authorization;
  if (sameValidity(extensionRequested, command.new)) return [];
  authorizationTransitions.require(stage, 'RequestAuthorizationExtension');
  const old = requireEnd(authorization);
  requireLater(old, command.new);
  return [happened('AuthorizationExtensionRequested', command, { referralId, old, new: command.new })];
};

/** The request for more time. */
export const requestAuthorizationExtensionUseCase: UseCase<RequestAuthorizationExtension> = {
  name: 'RequestAuthorizationExtension',
  command: RequestAuthorizationExtension,
  summary: 'Asks the payer for more time.',
  roles: ['auth_specialist'],
  creates: false,
  generatedIds: [],
  decide: requestAuthorizationExtension,
  possible: (authorization) => void requireEnd(authorization),
};
