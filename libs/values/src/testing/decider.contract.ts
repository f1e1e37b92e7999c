import { describe, expect, it } from '@jest/globals';
import { type Command, type DomainEvent, fold, type Staged, type TransitionRow } from '@referral/eventsourcing';
import fc from 'fast-check';
import { underOrders } from './under-orders';
import { type AggregateUnderTest, stateAfter } from './under-test';

/** The stages in which a command may end that starts in another. */
const endsOf = (rows: readonly TransitionRow<string, string>[], stage: string, command: string): readonly string[] =>
  rows
    .filter((row) => row.command === command && row.from.includes(stage))
    .flatMap(({ to }) => (to === 'unchanged' ? [stage] : to));

/** The rules hold under any sequence of commands. */
export const deciderContract = <C extends Command, State extends Staged, Event extends DomainEvent>(
  subject: AggregateUnderTest<C, State, Event>,
): void => {
  const { aggregate, histories, rows, orders, everyone, excepted = [] } = subject;
  const { decider, allowedActions, invariants } = aggregate;
  const { decide, evolve } = decider;
  const { attempt, play, always } = underOrders(subject);

  describe('under any sequence of orders it', () => {
    it('goes only where a row of the table leads', () => {
      always(({ before, name, events, after }) => {
        if (events.length > 0) expect(endsOf(rows, before.stage, name)).toContain(after.stage);
      });
    });

    it('refuses with the codes of its invariants', () => {
      always(({ refused }) => {
        if (refused) expect(Object.keys(invariants)).toContain(refused.code);
      });
    });

    it('decides the same command again as nothing', () => {
      always(({ command, events, after }) => {
        if (events.length > 0) expect(decide(command, after)).toEqual([]);
      });
    });

    it('is decided by what it was, not by when it was asked before', () => {
      always(({ command, before, events, refused }) => {
        expect(attempt(command, before).events).toEqual(events);
        expect(attempt(command, before).refused?.code).toBe(refused?.code);
      });
    });

    it('is offered whatever is then done with it', () => {
      always(({ before, name, events }) => {
        if (events.length > 0) expect([...allowedActions(before, everyone), ...excepted]).toContain(name);
      });
    });

    it('folds any facts in any order without refusing', () => {
      fc.assert(
        fc.property(orders, fc.infiniteStream(fc.double({ noNaN: true })), (commands, chance) => {
          const shuffled = play(commands)
            .flatMap(({ events }) => events)
            .map((event) => ({ event, place: chance.next().value as number }))
            .sort((one, other) => one.place - other.place)
            .map(({ event }) => event);
          expect(() => stateAfter(aggregate, shuffled)).not.toThrow();
        }),
      );
    });

    it('is the same whether its history is folded at once or in parts', () => {
      fc.assert(
        fc.property(orders, fc.nat(), (commands, cut) => {
          const history = play(commands).flatMap(({ events }) => events);
          const place = history.length === 0 ? 0 : cut % history.length;
          const cached = JSON.parse(JSON.stringify(stateAfter(aggregate, history.slice(0, place)))) as State;
          expect(fold(evolve, cached, history.slice(place))).toEqual(stateAfter(aggregate, history));
        }),
      );
    });

    it('reaches every stage that commands lead to', () => {
      const reached = new Set<string>();
      fc.assert(
        fc.property(orders, (commands) => play(commands).forEach(({ after }) => reached.add(after.stage))),
        { numRuns: 500, seed: 20260302 },
      );
      expect([...reached].sort()).toEqual(Object.keys(histories).sort());
    });
  });

  describe('a plain history', () => {
    it.each(Object.entries(histories))('leads to its stage, as plain data: %s', (stage, history) => {
      const state = stateAfter(aggregate, history);
      expect(state.stage).toBe(stage);
      expect(JSON.parse(JSON.stringify(state))).toEqual(state);
    });
  });
};
