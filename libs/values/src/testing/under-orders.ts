import { type Command, DomainError, type DomainEvent, fold, type Staged } from '@referral/eventsourcing';
import fc from 'fast-check';
import type { AggregateUnderTest } from './under-test';

/** What one order did. */
export interface Step<C extends Command, State extends Staged, Event extends DomainEvent> {
  readonly before: State;
  readonly command: C;
  readonly name: string;
  readonly events: readonly Event[];
  readonly refused: DomainError | null;
  readonly after: State;
}

/** What its orders do to an aggregate. */
export const underOrders = <C extends Command, State extends Staged, Event extends DomainEvent>({
  aggregate,
  orders,
}: Pick<AggregateUnderTest<C, State, Event>, 'aggregate' | 'orders'>) => {
  const { decide, evolve, initialState } = aggregate.decider;
  const nameOf = ({ constructor }: C): string => {
    const known = aggregate.commands.find(({ command }) => command === constructor);
    if (!known) throw new Error(`${constructor.name} is no command of a ${aggregate.category}`);
    return known.name;
  };
  const attempt = (command: C, before: State): Pick<Step<C, State, Event>, 'events' | 'refused'> => {
    try {
      return { events: decide(command, before), refused: null };
    } catch (error) {
      if (error instanceof DomainError) return { events: [], refused: error };
      throw error;
    }
  };
  /** What happens when orders are given one after another. */
  const play = (commands: readonly C[]): readonly Step<C, State, Event>[] => {
    let before = initialState;
    return commands.map((command) => {
      const { events, refused } = attempt(command, before);
      const step = { before, command, name: nameOf(command), events, refused, after: fold(evolve, before, events) };
      before = step.after;
      return step;
    });
  };
  /** Something holds of every step, whatever the orders. */
  const always = (holds: (step: Step<C, State, Event>) => void): void =>
    fc.assert(
      fc.property(orders, (commands) => play(commands).forEach(holds)),
      { numRuns: 150 },
    );
  return { attempt, play, always };
};
