import type { Aggregate, Command, DomainEvent, Staged, TransitionTable } from '@referral/eventsourcing';

/** The aggregate that is checked. */
export type Subject<C extends Command, State extends Staged, Event extends DomainEvent> = Aggregate<C, State, Event>;

/** Its legal steps. */
export type Table<Stage extends string, Name extends string> = Pick<TransitionTable<Stage, Name>, 'rows'>;

/** At least one fact of every type: those that begin an instance, and those that happen to it. */
export interface Facts<Event extends DomainEvent> {
  readonly beginnings: readonly Event[];
  readonly later: readonly Event[];
}

/** The fact that begins an instance in a spec. */
export const firstOf = <Event extends DomainEvent>({ beginnings: [first] }: Facts<Event>): Event => {
  if (!first) throw new Error('nothing begins it');
  return first;
};

/** The code for an instance that does not exist. */
export const notFoundOf = ({ category }: { readonly category: string }): string =>
  `${category.toUpperCase()}_NOT_FOUND`;
