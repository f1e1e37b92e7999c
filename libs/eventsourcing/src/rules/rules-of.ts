import type { Command } from '../command';
import type { Decider } from '../decider';
import type { DomainError } from '../domain-error';
import type { DomainEvent } from '../domain-event';
import type { Actor } from '../event-metadata';
import { refusalOf } from './refusal-of';
import { permits, requireRole } from './require-role';
import { requireTimely } from './times';
import { type CreatingUseCase, type Existing, exists, type Staged, type UseCase } from './use-case';

type AnyUseCase<C extends Command, State extends Staged, Event extends DomainEvent> =
  UseCase<C, State, Event> | CreatingUseCase<C, State, Event>;

/** What the rules of an aggregate are made of. */
export interface Rulebook<C extends Command, State extends Staged, Event extends DomainEvent> {
  readonly useCases: readonly AnyUseCase<C, State, Event>[];
  readonly initialState: State;
  evolve(this: void, state: State, event: Event): State;
  /** The commands that the table of transitions lets through from a stage. */
  commandsFrom(this: void, stage: State['stage']): readonly string[];
  /** The error of a command about an instance that does not exist. */
  notFound(this: void): DomainError;
  /** Effective time of the first fact. */
  beganAt(this: void, state: Existing<State>): string;
}

/** The rules of an aggregate, and what they allow now. */
export interface Rules<C extends Command, State extends Staged, Event extends DomainEvent> {
  readonly decider: Decider<C, State, Event>;
  /** The commands that an actor can issue now: table, role and facets allow them. */
  allowedActions(this: void, state: State, actor: Actor): readonly string[];
}

/** Role, existence and effective time are asked of every command, in this order; then its own rule decides. */
export const rulesOf = <C extends Command, State extends Staged, Event extends DomainEvent>(
  rulebook: Rulebook<C, State, Event>,
): Rules<C, State, Event> => {
  const { useCases, initialState, evolve, commandsFrom, notFound, beganAt } = rulebook;
  const byClass = new Map<unknown, AnyUseCase<C, State, Event>>(useCases.map((known) => [known.command, known]));
  const decide = (command: C, state: State): readonly Event[] => {
    const useCase = byClass.get(command.constructor);
    if (!useCase) throw new TypeError(`${command.constructor.name} is no command of this aggregate`);
    requireRole(command.issued.actor, useCase.roles);
    if (!exists(state)) {
      if (!useCase.creates) throw notFound();
      requireTimely(command, null);
      return useCase.decide(command, state);
    }
    requireTimely(command, beganAt(state));
    return useCase.decide(command, state);
  };
  const allowedActions = (state: State, actor: Actor): readonly string[] => {
    const legal = commandsFrom(state.stage);
    return useCases.filter((useCase) => legal.includes(useCase.name) && isOpen(useCase, state, actor)).map(nameOf);
  };
  return { decider: { initialState, decide, evolve }, allowedActions };
};

const nameOf = ({ name }: { readonly name: string }): string => name;

const isOpen = <C extends Command, State extends Staged, Event extends DomainEvent>(
  useCase: AnyUseCase<C, State, Event>,
  state: State,
  actor: Actor,
): boolean =>
  permits(actor, useCase.roles) &&
  refusalOf(() => {
    if (!useCase.creates && exists(state)) useCase.possible?.(state);
  }) === null;
