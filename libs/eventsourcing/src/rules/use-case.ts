import type { CommandDescription } from '../aggregate';
import type { Command } from '../command';
import type { DomainEvent } from '../domain-event';

/** A state that says where its aggregate stands: in no stage before the first fact. */
export interface Staged {
  readonly stage: string;
}

/** The state of an aggregate that exists. */
export type Existing<State extends Staged> = Exclude<State, { readonly stage: 'none' }>;

/** True once there was a first fact. */
export const exists = <State extends Staged>(state: State): state is Existing<State> => state.stage !== 'none';

/**
 * A command with its rule and all that is derived from it. `possible` throws what stands in the way whatever the command says:
 * `allowedActions` asks it. Rules are methods, so that use cases of different commands fit into one list.
 */
export interface UseCase<
  C extends Command,
  State extends Staged,
  Event extends DomainEvent,
> extends CommandDescription<C> {
  readonly creates: false;
  decide(command: C, state: Existing<State>): readonly Event[];
  possible?(state: Existing<State>): void;
}

/** A command that starts a stream: its rule also sees that there is nothing yet. */
export interface CreatingUseCase<
  C extends Command,
  State extends Staged,
  Event extends DomainEvent,
> extends CommandDescription<C> {
  readonly creates: true;
  decide(command: C, state: State): readonly Event[];
}
