import {
  fold,
  type Actor,
  type Aggregate,
  type Command,
  type DomainEvent,
  type Staged,
  type TransitionRow,
} from '@referral/eventsourcing';
import type { Arbitrary } from 'fast-check';

/** What the contract needs to know of an aggregate. */
export interface AggregateUnderTest<C extends Command, State extends Staged, Event extends DomainEvent> {
  readonly aggregate: Aggregate<C, State, Event>;
  /** The plain history that leads to each stage. */
  readonly histories: Readonly<Record<string, readonly Event[]>>;
  /** Folder with one sample of every stored version of every event. */
  readonly golden: URL;
  /** A right body for each command, as a client sends it. */
  readonly bodies: Readonly<Record<string, object>>;
  /** Commands, of which one may be left without any required field. */
  readonly bodiless?: readonly string[];
  /** Fields in which `null` means something, as `Command.field`. */
  readonly nullable?: readonly string[];
  /** Its legal steps. */
  readonly rows: readonly TransitionRow<string, string>[];
  /** Commands that are not offered where somebody has to approve an exception first. */
  readonly excepted?: readonly string[];
  readonly orders: Arbitrary<readonly C[]>;
  /** Someone who may do everything. */
  readonly everyone: Actor;
}

/** The state that some facts lead to. */
export const stateAfter = <C extends Command, State extends Staged, Event extends DomainEvent>(
  { decider }: Aggregate<C, State, Event>,
  events: readonly Event[],
): State => fold(decider.evolve, decider.initialState, events);
