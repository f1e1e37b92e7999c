import type * as kernel from '@referral/eventsourcing';
import type { Role } from '@referral/values';
import type { Authorization } from './authorization';
import type { AuthorizationCommand } from './commands/authorization-command';
import type { AuthorizationEvent } from './events/authorization-event';
import type { AuthorizationCommandName } from './transitions';

interface Named {
  readonly name: AuthorizationCommandName;
  readonly roles: readonly Role[];
}

/** A command about a prior authorization, with its rule. */
export type UseCase<C extends AuthorizationCommand = AuthorizationCommand> = kernel.UseCase<
  C,
  Authorization,
  AuthorizationEvent
> &
  Named;

/** A command that opens one. */
export type CreatingUseCase<C extends AuthorizationCommand = AuthorizationCommand> = kernel.CreatingUseCase<
  C,
  Authorization,
  AuthorizationEvent
> &
  Named;
