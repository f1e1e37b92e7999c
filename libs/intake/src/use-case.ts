import type * as kernel from '@referral/eventsourcing';
import type { Role } from '@referral/values';
import type { IntakeCommand } from './commands/intake-command';
import type { IntakeEvent } from './events/intake-event';
import type { IntakeItem } from './intake-item';
import type { IntakeCommandName } from './transitions';

interface Named {
  readonly name: IntakeCommandName;
  readonly roles: readonly Role[];
}

/** A command about an intake item, with its rule. */
export type UseCase<C extends IntakeCommand = IntakeCommand> = kernel.UseCase<C, IntakeItem, IntakeEvent> & Named;

/** A command that brings in an item. */
export type CreatingUseCase<C extends IntakeCommand = IntakeCommand> = kernel.CreatingUseCase<
  C,
  IntakeItem,
  IntakeEvent
> &
  Named;
