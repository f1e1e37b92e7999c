import { describe, expect, it } from '@jest/globals';
import type { Command, DomainEvent, Staged } from '@referral/eventsourcing';
import { schemaOf, wrongPathsIn } from './bodies';
import type { AggregateUnderTest } from './under-test';

/** The body of every command is taken when it is right, refused when it is not, and described. */
export const bodiesContract = <C extends Command, State extends Staged, Event extends DomainEvent>({
  aggregate,
  bodies,
  bodiless = [],
  nullable = [],
}: AggregateUnderTest<C, State, Event>): void => {
  const cases = aggregate.commands.map((command) => [command.name, command, bodies[command.name] ?? {}] as const);

  describe('the body of a command', () => {
    it('is known for every command', () => {
      expect(Object.keys(bodies).sort()).toEqual(aggregate.commands.map(({ name }) => name).sort());
    });

    it.each(cases)('is taken when it is right: %s', async (_, command, body) => {
      expect(await wrongPathsIn(command, body)).toEqual([]);
    });

    it.each(cases)('does not say about which instance, by whom, or what nobody knows: %s', async (_, command, body) => {
      const strange = { ...body, [aggregate.idField]: 'id-1', issued: {}, surprise: true };
      expect(await wrongPathsIn(command, strange)).toEqual([aggregate.idField, 'issued', 'surprise']);
    });

    it.each(cases)('has to have the fields that are required: %s', async (name, command) => {
      const required = schemaOf(command).required ?? [];
      expect(required.length > 0 || bodiless.includes(name)).toBe(true);
      expect((await wrongPathsIn(command, {})).sort()).toEqual([...required].sort());
    });

    it.each(cases)('knows no null but where it means something: %s', async (name, command, body) => {
      for (const field of Object.keys(schemaOf(command).properties ?? {})) {
        const wrong = await wrongPathsIn(command, { ...body, [field]: null });
        expect(wrong.map((path) => path.split('.')[0])).toEqual(nullable.includes(`${name}.${field}`) ? [] : [field]);
      }
    });

    it.each(cases)('takes an effective time with its offset: %s', async (_, command, body) => {
      const when = (occurredAt: unknown) => wrongPathsIn(command, { ...body, occurredAt });
      expect(await when('2026-02-28T23:59:59.123+05:45')).toEqual([]);
      for (const wrong of [
        '2026-02-30T10:00:00Z',
        '2026-03-01T10:00:00',
        '2026-03-01',
        '',
        0,
        {},
        ['2026-03-01T10:00:00Z'],
      ])
        expect(await when(wrong)).toEqual(['occurredAt']);
    });

    it.each(cases)('is described in every field: %s', (_, command) => {
      const { properties = {} } = schemaOf(command);
      expect(Object.keys(properties)).toContain('occurredAt');
      for (const [field, schema] of Object.entries(properties))
        expect([field, Object.keys(schema)]).not.toEqual([field, []]);
    });
  });
};
