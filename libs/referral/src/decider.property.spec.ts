import { describe, expect, it } from '@jest/globals';
import { DomainError, fold } from '@referral/eventsourcing';
import fc from 'fast-check';
import { allowedActions, whyNot } from './allowed-actions';
import { useCases } from './commands/all';
import type { ReferralCommand } from './commands/referral-command';
import { referralDecider } from './decider';
import type { ReferralEvent } from './events/referral-event';
import { invariants } from './invariants';
import { initialState, type Referral } from './referral';
import { everyone, histories } from './testing';
import { arbitraryOrders } from './testing/arbitrary-orders';
import { isTerminal } from './stages';
import { rowsFor, type CommandName } from './transitions';

const { decide, evolve } = referralDecider;

interface Step {
  readonly before: Referral;
  readonly command: ReferralCommand;
  readonly name: CommandName;
  readonly events: readonly ReferralEvent[];
  readonly refused: DomainError | null;
  readonly after: Referral;
}

const nameOf = (command: ReferralCommand): CommandName => {
  const useCase = useCases.find((known) => known.command === command.constructor);
  if (!useCase) throw new Error('a command without a use case');
  return useCase.name;
};

const attempt = (command: ReferralCommand, before: Referral): Pick<Step, 'events' | 'refused'> => {
  try {
    return { events: decide(command, before), refused: null };
  } catch (error) {
    if (error instanceof DomainError) return { events: [], refused: error };
    throw error;
  }
};

/** What happens when the orders are given one after another. */
const play = (commands: readonly ReferralCommand[]): readonly Step[] => {
  let before: Referral = initialState;
  return commands.map((command) => {
    const { events, refused } = attempt(command, before);
    const after = fold(evolve, before, events);
    const step = { before, command, name: nameOf(command), events, refused, after };
    before = after;
    return step;
  });
};

const always = (holds: (step: Step) => void) =>
  fc.assert(
    fc.property(arbitraryOrders, (commands) => play(commands).forEach(holds)),
    { numRuns: 150 },
  );

describe('a referral under any sequence of orders', () => {
  it('goes only where a row of the table leads', () => {
    always(({ before, name, events, after }) => {
      if (events.length === 0) return;
      const ends = rowsFor(before.stage, name).flatMap(({ to }): readonly string[] =>
        to === 'unchanged' ? [before.stage] : to,
      );
      expect(ends).toContain(after.stage);
    });
  });

  it('refuses with the codes of its invariants, and by name', () => {
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

  it('is the same whether its history is folded at once or in parts', () => {
    fc.assert(
      fc.property(arbitraryOrders, fc.nat(), (commands, cut) => {
        const history = play(commands).flatMap(({ events }) => events);
        const place = history.length === 0 ? 0 : cut % history.length;
        const cached = JSON.parse(JSON.stringify(fold(evolve, initialState, history.slice(0, place)))) as Referral;
        expect(fold(evolve, cached, history.slice(place))).toEqual(fold(evolve, initialState, history));
      }),
    );
  });

  it('folds any facts in any order without refusing', () => {
    fc.assert(
      fc.property(arbitraryOrders, fc.infiniteStream(fc.double({ noNaN: true })), (commands, chance) => {
        const history = play(commands).flatMap(({ events }) => events);
        const shuffled = history
          .map((event) => ({ event, place: chance.next().value as number }))
          .sort((one, other) => one.place - other.place)
          .map(({ event }) => event);
        expect(() => fold(evolve, initialState, shuffled)).not.toThrow();
      }),
    );
  });

  it('offers no command that it refuses whatever the command says', () => {
    always(({ before, name, events }) => {
      const blocked = whyNot(before, everyone, name);
      expect(allowedActions(before, everyone).includes(name)).toBe(blocked === null);
      if (blocked && events.length > 0) expect(name).toBe('StartTriage'); // on an approved override
    });
  });

  it('has no active appointment once it is finished, and one at least while it is scheduled', () => {
    always(({ after }) => {
      if (after.stage === 'none') return;
      const booked = after.facets.appointments.filter(({ status }) => status === 'booked').length;
      if (after.stage === 'scheduled') expect(booked).toBeGreaterThan(0);
      if (isTerminal(after.stage)) expect(booked).toBe(0);
    });
  });

  it('reaches every stage that commands lead to', () => {
    const reached = new Set<string>();
    fc.assert(
      fc.property(arbitraryOrders, (commands) => play(commands).forEach(({ after }) => reached.add(after.stage))),
      { numRuns: 300, seed: 20260302 },
    );
    expect([...reached].sort()).toEqual(Object.keys(histories).sort());
  });
});
