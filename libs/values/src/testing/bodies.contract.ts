import { describe, expect, it } from '@jest/globals';
import type { Command, CommandDescription, DomainEvent, Staged } from '@referral/eventsourcing';
import { plainToInstance } from 'class-transformer';
import { validate, type ValidationError } from 'class-validator';
import { targetConstructorToSchema } from 'class-validator-jsonschema';
import { jsonSchemaConverters } from '../checks/json-schema';
import type { AggregateUnderTest } from './under-test';

/** Where class-transformer keeps what `@Type` says; that module has no types of its own. */
const storageModule: string = 'class-transformer/cjs/storage.js';
const { defaultMetadataStorage } = (await import(storageModule)) as { readonly defaultMetadataStorage: never };

const paths = (errors: readonly ValidationError[], prefix = ''): string[] =>
  errors.flatMap(({ property, children = [] }) => {
    const path = `${prefix}${property}`;
    return children.length > 0 ? paths(children, `${path}.`) : [path];
  });

/** The fields that a body is refused for, as the edge refuses it. */
const wrongIn = async ({ command }: CommandDescription, body: object): Promise<string[]> =>
  paths(await validate(plainToInstance(command, body), { whitelist: true, forbidNonWhitelisted: true }));

const schemaOf = ({ command }: CommandDescription) =>
  targetConstructorToSchema(command, {
    classTransformerMetadataStorage: defaultMetadataStorage,
    additionalConverters: jsonSchemaConverters as never,
  });

const topOf = (fields: readonly string[]): readonly string[] => [
  ...new Set(fields.map((path) => path.split('.')[0] ?? '')),
];

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
      expect(await wrongIn(command, body)).toEqual([]);
    });

    it.each(cases)('does not say about which instance, by whom, or what nobody knows: %s', async (_, command, body) => {
      const strange = { ...body, [aggregate.idField]: 'id-1', issued: {}, surprise: true };
      expect(await wrongIn(command, strange)).toEqual([aggregate.idField, 'issued', 'surprise']);
    });

    it.each(cases)('has to have the fields that are required: %s', async (name, command) => {
      const required = schemaOf(command).required ?? [];
      expect(required.length > 0 || bodiless.includes(name)).toBe(true);
      expect([...topOf(await wrongIn(command, {}))].sort()).toEqual([...required].sort());
    });

    it.each(cases)('knows no null but where it means something: %s', async (name, command, body) => {
      for (const field of Object.keys(schemaOf(command).properties ?? {})) {
        const wrong = await wrongIn(command, { ...body, [field]: null });
        expect(topOf(wrong)).toEqual(nullable.includes(`${name}.${field}`) ? [] : [field]);
      }
    });

    it.each(cases)('takes an effective time with its offset: %s', async (_, command, body) => {
      const when = (occurredAt: unknown) => wrongIn(command, { ...body, occurredAt });
      expect(await when('2026-02-28T23:59:59.123+05:45')).toEqual([]);
      for (const wrong of ['2026-02-30T10:00:00Z', '2026-03-01T10:00:00', '2026-03-01', '', 0, {}])
        expect(await when(wrong)).toEqual(['occurredAt']);
    });

    it.each(cases)('is described in every field: %s', (_, command) => {
      for (const [field, schema] of Object.entries(schemaOf(command).properties ?? {}))
        expect([field, Object.keys(schema)]).not.toEqual([field, []]);
    });
  });
};
