import { deepStrictEqual, fail, match, ok, throws } from 'node:assert/strict';
import type { Decider } from './decider';
import { fold } from './decider';
import type { DomainEvent } from './domain-event';
import { DomainError } from './domain-error';
import type { Projection } from './projection';
import type { RecordedEvent } from './recorded-event';
import { sentence } from './testing/sentence';

/**
 * Specifications of a decider: `given(...events).when(command).then(...events)`.
 * @param isStep whether a command may lead from one state to the other: `stepsOf` a table
 */
export const decides = <Command, State, Event extends DomainEvent>(
  { initialState, decide, evolve }: Decider<Command, State, Event>,
  isStep: (before: State, command: Command, after: State) => boolean = () => true,
) => ({
  given: (...history: readonly Event[]) => ({
    when: (command: Command) => {
      const before = fold(evolve, initialState, history);
      const decided = () => plain(decide(command, before));
      return {
        /** Exactly these events, in this order. */
        then: (...expected: readonly Event[]) => {
          deepStrictEqual(decided(), plain(expected));
          ok(isStep(before, command, fold(evolve, before, expected)), 'no row of the table leads there');
        },
        /** What was asked is already true. */
        thenNothing: () => deepStrictEqual(decided(), []),
        /** Refused with this code, in a sentence, and with these details when they are given. */
        thenRejected: (code: string, details?: Readonly<Record<string, unknown>>) =>
          throws(decided, (error) => {
            if (!(error instanceof DomainError)) throw error;
            deepStrictEqual(error.code, code);
            match(error.message, sentence);
            if (details) deepStrictEqual(plain(error.details), plain(details));
            return true;
          }),
      };
    },
  }),
});

/** The document that a projection makes of what it kept. */
export const completed = <Document extends Kept, Kept extends object, Known>(
  { complete }: Projection<never, Document, object, Known, Kept>,
  kept: Kept,
  known: Known,
): Document => (complete ? complete(kept, known) : (kept as Document)); // without a step to complete them, both are the same

/**
 * Specifications of a projection over the events of one document: `given(...events).then(document | null)`.
 * @param known what it knows beside them
 */
export const projects = <
  Event extends DomainEvent,
  Document extends Kept,
  Entry extends object,
  Kept extends object = Document,
>(
  projection: Projection<Event, Document, Entry, unknown, Kept>,
  known: unknown = projection.knows?.initial,
) => ({
  given: (...events: readonly RecordedEvent<Event>[]) => {
    const ids = new Set(events.map(projection.documentId).filter((id) => id !== null));
    if (ids.size > 1) fail(`the events concern ${ids.size} documents: ${[...ids].join(', ')}`);
    const kept = events
      .filter((event) => projection.documentId(event) !== null)
      .reduce<Kept | null>((before, event) => projection.evolve(before, event, known), null);
    const document = kept && completed(projection, kept, known);
    return { document, then: (expected: Document | null) => deepStrictEqual(plain(document), plain(expected)) };
  },
});

/** Without prototypes and `undefined` members, as it would be stored. */
const plain = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (_, inner: unknown) => (typeof inner === 'bigint' ? `${inner}n` : inner)));

export { goldenChecks, type Check } from './testing/golden';
export { actorWith, at, backdated, but, by, changed, order, without, type Said } from './testing/orders';
export { sentence } from './testing/sentence';
export { stepsOf } from './testing/steps-of';
