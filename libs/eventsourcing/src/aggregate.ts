import type { Command, CommandClass } from './command';
import type { Decider } from './decider';
import type { DomainEvent, EventType, Upcasters } from './domain-event';
import type { PolicyReference } from './event-metadata';

/** One command of an aggregate, as data: routes, documentation and `allowedActions` are made from it. */
export interface CommandDescription<C extends Command = Command> {
  /** The class name, such as `ScheduleAppointment`. */
  readonly name: string;
  readonly command: CommandClass<C>;
  /** One sentence for the documentation. */
  readonly summary: string;
  /** Roles that may issue it. */
  readonly roles: readonly string[];
  /** True when it starts a stream. */
  readonly creates: boolean;
  /** Last part of its route, for a command that creates beside the one whose route is the collection itself. */
  readonly path?: string;
  /** Id fields that the runner fills with a UUID v5 of (tenant, key, field) when the caller leaves them out. */
  readonly generatedIds: readonly string[];
}

/** Everything that the generic command handler needs to run one kind of aggregate: one line of the composition root. */
export interface Aggregate<C extends Command = Command, State = unknown, Event extends DomainEvent = DomainEvent> {
  /** Category of its streams: stream ids are `${category}-${id}`. */
  readonly category: string;
  /** Name of the field that holds an aggregate's id in its commands, e.g. `referralId`. */
  readonly idField: string;
  readonly decider: Decider<C, State, Event>;
  readonly commands: readonly CommandDescription[];
  readonly events: Readonly<Record<Event['type'], EventType>>;
  readonly upcasters: Upcasters;
  /** Id of the patient whose key encrypts the PHI of an instance; `undefined` when it concerns none. */
  patientOf(this: void, state: State): string | undefined;
  /** The stage that the audit trail shows, when the aggregate has one. */
  stageOf?(this: void, state: State): string;
  /** The policy versions that an event relied on, as it says itself. */
  policiesOf?(this: void, event: Event): readonly PolicyReference[];
  /** What makes an instance more than normally sensitive, such as `minor` or `vip`. */
  sensitivityOf?(this: void, state: State): readonly string[];
}
