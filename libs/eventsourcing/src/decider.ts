import type { DomainEvent } from './domain-event';

/**
 * The rules of one aggregate as three pure parts. `decide` throws a DomainError when the command is illegal and returns `[]` when
 * what it asks is already true; `evolve` records and never refuses. (Method signatures, so that a runner of any aggregate can take it.)
 */
export interface Decider<Command, State, Event extends DomainEvent> {
  readonly initialState: State;
  decide(this: void, command: Command, state: State): readonly Event[];
  evolve(this: void, state: State, event: Event): State;
}

/** The state after `events`, from `state` on. */
export const fold = <State, Event>(
  evolve: (state: State, event: Event) => State,
  state: State,
  events: Iterable<Event>,
): State => {
  let folded = state;
  for (const event of events) folded = evolve(folded, event);
  return folded;
};
