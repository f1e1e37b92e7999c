import 'reflect-metadata';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { aggregates, commandPath } from '@referral/aggregates';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { describeApi } from '../operations/documentation';
import { createApi } from '../serve';
import { clientOf } from '../testing/client';
import { partsInMemory } from '../testing/parts-in-memory';

interface Schema {
  readonly $ref?: string;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
}

const wrong = '\u00e4 canary\u0000';

const hostile = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom<unknown>(
    wrong,
    'x'.repeat(20_000),
    '\ud800',
    '12',
    '2026-02-30',
    '2026-02-30T00:00:00Z',
    '2026-03-08T02:30:00',
    -0,
    1e21,
    { constructor: 1 },
    { length: 5 },
    { then: 1 },
    Array.from({ length: 2_000 }, () => 'x'),
  ),
);

describe('a body in which something is wrong', () => {
  let app: NestFastifyApplication;
  let schemas: Readonly<Record<string, Schema>>;
  const commands = aggregates.flatMap((aggregate) =>
    aggregate.commands.map((command) => {
      const rest = commandPath(aggregate, command).replace(`:${aggregate.idField}`, 'id-1');
      return { name: command.command.name, path: `/${aggregate.collection}/${rest}`.replace(/\/$/, '') };
    }),
  );

  beforeAll(async () => {
    app = await createApi(partsInMemory());
    await app.init();
    schemas = describeApi(app).components?.schemas as Readonly<Record<string, Schema>>;
  });
  afterAll(() => app.close());

  /** A value in the form of a schema, with what `leaf` gives wherever no object or list is described. */
  const filled = (schema: Schema, leaf: (path: string) => unknown, path = ''): unknown => {
    const { items, properties } =
      schema.$ref === undefined ? schema : (schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {});
    if (items) return [filled(items, leaf, `${path}[]`)];
    if (!properties) return leaf(path);
    const fields = Object.entries(properties);
    return Object.fromEntries(fields.map(([name, inner]) => [name, filled(inner, leaf, `${path}.${name}`)]));
  };

  it('is refused in words, each field by itself, and nothing of it is repeated', async () => {
    for (const { name, path } of commands) {
      const fields: string[] = [];
      const body = filled({ $ref: name }, (field) => {
        fields.push(field);
        return wrong;
      }) as object;
      const { status, body: problem, text } = await clientOf(app).post(path, body);
      expect({ name, status }).toEqual({ name, status: 400 });
      const errors = problem['errors'] as readonly { readonly message: string }[];
      expect(errors.length).toBeGreaterThan(0);
      for (const { message } of errors)
        expect({ name, message }).not.toMatchObject({ message: expect.stringMatching(/regular expression|undefined/) });
      expect(text).not.toContain('canary');
    }
  });

  it('is never a failure of ours', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...commands), fc.infiniteStream(hostile), async ({ name, path }, values) => {
        const body = filled({ $ref: name }, () => values.next().value) as object;
        const { status, headers } = await clientOf(app).post(path, body);
        expect([201, 400, 403, 404, 409, 422]).toContain(status);
        if (status >= 400) expect(headers['content-type']).toContain('application/problem+json');
      }),
      { numRuns: 500 },
    );
  });
});
