import { describe, expect, it } from '@jest/globals';
import { commonInvariants, type Invariant } from '@referral/eventsourcing';
import { aggregates } from './aggregates';

const named = aggregates.map((aggregate) => [aggregate.category, aggregate] as const);

const eachOnce = (values: readonly string[]) => expect([...new Set(values)]).toEqual(values);

describe('the aggregates of the system', () => {
  it('share no category, no address, no id field and no command name', () => {
    eachOnce(aggregates.map(({ category }) => category));
    eachOnce(aggregates.map(({ collection }) => collection));
    eachOnce(aggregates.map(({ idField }) => idField));
    eachOnce(aggregates.flatMap(({ commands }) => commands.map(({ name }) => name)));
  });

  it('mean the same by a code, whoever answers it', () => {
    const statuses = new Map<string, Invariant['status']>();
    for (const { invariants } of [{ invariants: commonInvariants }, ...aggregates])
      for (const [code, { status }] of Object.entries<Invariant>(invariants)) {
        expect([code, statuses.get(code) ?? status]).toEqual([code, status]);
        statuses.set(code, status);
      }
  });

  it.each(named)('each begin with a command, before which nobody can do anything else: %s', (_, aggregate) => {
    const { commands, decider, allowedActions } = aggregate;
    const roles = commands.flatMap((command) => command.roles);
    const everyone = { userId: 'everyone', kind: 'human', roles } as const;
    const creating = commands.filter(({ creates }) => creates).map(({ name }) => name);
    expect(creating.length).toBeGreaterThan(0);
    expect(allowedActions(decider.initialState, everyone)).toEqual(creating);
  });
});
