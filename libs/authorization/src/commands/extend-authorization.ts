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

/** The payer gives more time. */
export class ExtendAuthorization extends AuthorizationCommand {
  @IsValue(() => ValidityValue) readonly new!: Validity;
}

/** A14 and A15: one that had expired is again what it was. */
export const extendAuthorization = (
  command: ExtendAuthorization,
  authorization: OpenedAuthorization,
): readonly AuthorizationEvent[] => {
  const { stage, granted, referralId } = authorization;
  if (granted && stage === granted.as && sameValidity(granted.validity, command.new)) return [];
  authorizationTransitions.require(stage, 'ExtendAuthorization');
  const old = requireEnd(authorization);
  requireLater(old, command.new);
  return [happened('AuthorizationExtended', command, { referralId, old, new: command.new })];
};

/** More time. */
export const extendAuthorizationUseCase: UseCase<ExtendAuthorization> = {
  name: 'ExtendAuthorization',
  command: ExtendAuthorization,
  summary: 'Records that the payer gave more time.',
  roles: ['integration', 'auth_specialist'],
  creates: false,
  generatedIds: [],
  decide: extendAuthorization,
  possible: (authorization) => void requireEnd(authorization),
};
