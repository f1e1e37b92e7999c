import type { Actor, CommandSource } from './event-metadata';

/** What the runner knows about the issuing of a command. Never part of a request's body. */
export interface Issuance {
  readonly tenantId: string;
  readonly actor: Actor;
  readonly source: CommandSource;
  /** Server clock when the command was taken, UTC: the `now` of every rule. */
  readonly recordedAt: string;
}

/** What every command carries beside its own fields. */
export interface Command {
  /** Effective time of what the command reports, ISO 8601 with offset; the runner fills in `issued.recordedAt` when the caller said nothing. */
  readonly occurredAt: string;
  readonly issued: Issuance;
}

/** A command's class, as routes, validation and documentation see it. */
export type CommandClass<C extends Command = Command> = new () => C;
