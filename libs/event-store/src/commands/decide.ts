import type { Aggregate, Command, CommandDescription, DomainEvent, LogPosition } from '@referral/eventsourcing';
import type { UnsealedEvent } from '../envelope/seal';
import { idempotencyKeyReused, notFound, revisionMismatch } from './command-errors';
import type { StreamState } from './stream-state';

/** How a command is to be run. */
export interface RunOptions {
  /** The idempotency key. */
  readonly commandId: string;
  /** SHA-256 (hex) of the canonical JSON of the command's body. */
  readonly commandHash: string;
  /** What the caller last saw; without it the command is decided on whatever the stream has become. */
  readonly expectedRevision?: bigint;
  readonly correlationId: string;
  readonly causationId: string;
}

/** What a command answers, the first time and every time again. */
export interface CommandResult {
  readonly id: string;
  /** Of the command's last event, or of the stream's when it decided nothing; -1 for an empty stream. */
  readonly revision: bigint;
  readonly position: LogPosition | null;
  /** How many events it decided. */
  readonly decided: number;
  /** True when this answer was given before. */
  readonly replayed: boolean;
}

/** A command was answered by what the stream already says, or it decided events that are to be appended. */
export type Decision<State> =
  | { readonly kind: 'answered'; readonly result: CommandResult }
  | { readonly kind: 'decided'; readonly events: readonly UnsealedEvent[]; readonly state: State };

/** Decides a command on a stream as it is known. Pure. Throws a DomainError when the command is refused. */
export const decide = <C extends Command, State, Event extends DomainEvent>(
  aggregate: Aggregate<C, State, Event>,
  command: C,
  { commandId, commandHash, expectedRevision }: RunOptions,
  id: string,
  stream: StreamState<State>,
): Decision<State> => {
  const { state, revision, position, tenantId } = stream;
  if (tenantId !== undefined && tenantId !== command.issued.tenantId) throw notFound(aggregate.category);
  const earlier = stream.commands.get(commandId);
  if (earlier && earlier.commandHash !== commandHash) throw idempotencyKeyReused();
  if (earlier) {
    const { revision, position, decided } = earlier;
    return { kind: 'answered', result: { id, revision, position, decided, replayed: true } };
  }
  if (revision < 0n && !descriptionOf(aggregate, command).creates) throw notFound(aggregate.category);
  if (expectedRevision !== undefined && expectedRevision !== revision) throw revisionMismatch(revision);
  const events = aggregate.decider.decide(command, state);
  return events.length === 0
    ? { kind: 'answered', result: { id, revision, position, decided: 0, replayed: false } }
    : { kind: 'decided', ...folded(aggregate, state, events) };
};

/** The description of a command. Throws a TypeError when the aggregate has no such command. */
export const descriptionOf = <C extends Command, State, Event extends DomainEvent>(
  aggregate: Aggregate<C, State, Event>,
  command: C,
): CommandDescription => {
  const description = aggregate.commands.find((known) => known.command === command.constructor);
  if (!description) throw new TypeError(`${command.constructor.name} is no command of ${aggregate.category}`);
  return description;
};

/** The decided events with the stages around each, and the state after all of them. */
const folded = <C extends Command, State, Event extends DomainEvent>(
  { decider, events: types, stageOf, policiesOf }: Aggregate<C, State, Event>,
  before: State,
  events: readonly Event[],
): { readonly events: readonly UnsealedEvent[]; readonly state: State } => {
  let state = before;
  const unsealed = events.map((event): UnsealedEvent => {
    const eventType = types[event.type as Event['type']];
    const stageBefore = stageOf?.(state);
    state = decider.evolve(state, event);
    const stageAfter = stageOf?.(state);
    const policyRefs = policiesOf?.(event) ?? [];
    if (stageBefore === undefined || stageAfter === undefined) return { event, eventType, policyRefs };
    return { event, eventType, policyRefs, stage: { before: stageBefore, after: stageAfter } };
  });
  return { events: unsealed, state };
};
