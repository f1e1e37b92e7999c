import type { Command } from '../command';
import type { DomainEvent } from '../domain-event';

/** A command that may say that it is written down late. */
export interface ReportingCommand extends Command {
  /** The order of effective times is broken knowingly. */
  readonly lateEntry?: boolean;
}

/** What every fact may say beside its own fields. */
export interface Recorded {
  /** The order of effective times was broken knowingly: the fact was written down late. */
  readonly lateEntry?: true;
}

/** A fact, as an aggregate declares it. */
export type Fact<Type extends string, Data extends object> = DomainEvent<Type, Data & Recorded>;

type OfType<Event extends DomainEvent, Type extends Event['type']> = Extract<Event, { readonly type: Type }>;

/** Makes the facts of one union of events: each takes effect when its command says. */
export const factsOf =
  <Event extends DomainEvent>() =>
  <Type extends Event['type']>(
    type: Type,
    command: ReportingCommand,
    data: OfType<Event, Type>['data'],
  ): OfType<Event, Type> =>
    // The compiler cannot pair a generic type name with its own member of the union.
    ({
      type,
      data: command.lateEntry === true ? { ...data, lateEntry: true } : data,
      occurredAt: command.occurredAt,
    }) as OfType<Event, Type>;
