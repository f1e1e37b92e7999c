import type { Actor, CreatingUseCase as CreatingBase, UseCase as UseCaseBase } from '@referral/eventsourcing';
import type { Role } from '@referral/values';
import type { Grounds } from './authorize';
import type { ReferralCommand } from './commands/referral-command';
import type { ReferralEvent } from './events/referral-event';
import type { Referral } from './referral';
import type { CommandName } from './transitions';

/** A command with its rule and all that is derived from it. */
export interface UseCase<C extends ReferralCommand = ReferralCommand> extends UseCaseBase<C, Referral, ReferralEvent> {
  readonly name: CommandName;
  readonly roles: readonly Role[];
  /** Throws for an actor whose roles are not enough. */
  requireActor?(actor: Actor, grounds: Grounds): void;
}

/** A command that starts a referral: its rule also sees that there is none yet. */
export interface CreatingUseCase<C extends ReferralCommand = ReferralCommand> extends CreatingBase<
  C,
  Referral,
  ReferralEvent
> {
  readonly name: CommandName;
  readonly roles: readonly Role[];
  /** The command brings in history that another system recorded: the limits of back-dating do not apply. */
  importsHistory(command: C): boolean;
}
