import type { Actor, CommandDescription } from '@referral/eventsourcing';
import type { Role } from '@referral/values';
import type { ReferralCommand } from './commands/referral-command';
import type { ReferralEvent } from './events/referral-event';
import type { Referral, RegisteredReferral } from './referral';
import type { CommandName } from './transitions';

interface Described<C extends ReferralCommand> extends CommandDescription<C> {
  readonly name: CommandName;
  readonly roles: readonly Role[];
}

/**
 * A command with its rule and all that is derived from it. `possible` throws what stands in the way whatever the command says:
 * `allowedActions` asks it. Rules are methods, so that use cases of different commands fit into one list.
 */
export interface UseCase<C extends ReferralCommand = ReferralCommand> extends Described<C> {
  readonly creates: false;
  decide(command: C, referral: RegisteredReferral): readonly ReferralEvent[];
  possible?(referral: RegisteredReferral, actor: Actor): void;
}

/** A command that starts a referral: its rule also sees that there is none yet. */
export interface CreatingUseCase<C extends ReferralCommand = ReferralCommand> extends Described<C> {
  readonly creates: true;
  decide(command: C, referral: Referral): readonly ReferralEvent[];
  /** The command brings in history that another system recorded: the limits of back-dating do not apply. */
  importsHistory(command: C): boolean;
}
