import 'reflect-metadata';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { OpenAPIObject } from '@nestjs/swagger';
import { aggregates } from '@referral/aggregates';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { commandPath } from '@referral/aggregates';
import { createApi } from '../serve';
import { partsInMemory } from '../testing/parts-in-memory';
import { describeApi } from './documentation';

interface Schema {
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, object>>;
}

describe('the description of the interface', () => {
  let app: NestFastifyApplication;
  let document: OpenAPIObject;
  const schemaOf = (name: string): Schema => (document.components?.schemas?.[name] ?? {}) as Schema;

  beforeAll(async () => {
    app = await createApi(partsInMemory());
    await app.init();
    document = describeApi(app);
  });
  afterAll(() => app.close());

  const commands = aggregates.flatMap((aggregate) =>
    aggregate.commands.map((command) => [command.name, command, aggregate] as const),
  );

  it.each(commands)('has a route and a body for %s', (name, command, aggregate) => {
    const { collection, idField } = aggregate;
    const rest = commandPath(aggregate, command).replace(`:${idField}`, `{${idField}}`);
    const path = `/api/v1/${collection}${rest === '' ? '' : `/${rest}`}`;
    expect(document.paths[path]?.post).toMatchObject({
      operationId: name,
      requestBody: { content: { 'application/json': { schema: { $ref: `#/components/schemas/${name}` } } } },
    });
    expect(Object.keys(schemaOf(name).properties ?? {})).toContain('occurredAt');
  });

  it('names what a body must have, and what is inside it', () => {
    expect(schemaOf('ReceiveReferral').required).toEqual(expect.arrayContaining(['patientId', 'validity', 'channel']));
    expect(schemaOf('ReceiveReferral').required).not.toContain('occurredAt');
    expect(schemaOf('ReceiveReferral').properties?.['validity']).toMatchObject({
      $ref: expect.stringMatching(/^#\/components\/schemas\/Validity/),
    });
    expect(schemaOf('ReceiveReferral').properties).not.toHaveProperty('reference');
  });

  it('describes how one command is issued for many referrals', () => {
    expect(document.paths['/api/v1/referrals/bulk']?.post).toMatchObject({
      operationId: 'issueInBulk',
      requestBody: { content: { 'application/json': { schema: { $ref: '#/components/schemas/BulkRequest' } } } },
      responses: { 200: {}, 207: {}, 400: {} },
    });
    expect(schemaOf('BulkRequest').properties).toMatchObject({
      command: { enum: expect.arrayContaining(['ClaimReferral', 'ScheduleAppointment']) },
      rows: { maxItems: 100, minItems: 1, items: { $ref: '#/components/schemas/BulkRow' } },
    });
    expect(Object.keys(schemaOf('BulkRow').properties ?? {}).sort()).toEqual(['body', 'expectedRevision', 'id']);
  });

  it('refers to nothing that it does not have', () => {
    const text = JSON.stringify(document);
    const referred = [...text.matchAll(/"#\/components\/schemas\/([^"]+)"/g)].map(([, name]) => name);
    expect(referred.length).toBeGreaterThan(20);
    expect(referred.filter((name) => document.components?.schemas?.[name ?? ''] === undefined)).toEqual([]);
  });

  it('has every query, each with a sentence', () => {
    const gets = Object.entries(document.paths).flatMap(([path, { get }]) =>
      get ? [[path, get.summary] as const] : [],
    );
    const others = aggregates.filter(({ category }) => category !== 'referral');
    const pages = others.map(({ collection, idField }) => `/api/v1/${collection}/{${idField}}`);
    const known = [
      '/api/v1/audit-trail',
      '/api/v1/feed',
      '/api/v1/metrics/turnaround',
      '/api/v1/referrals/{referralId}',
      '/api/v1/referrals/{referralId}/actions',
      '/api/v1/referrals/{referralId}/deadlines',
      '/api/v1/referrals/{referralId}/history',
      '/api/v1/worklists',
      '/api/v1/worklists/{queue}',
      '/health/live',
      '/health/ready',
      '/metrics',
      ...pages,
    ];
    expect(gets.map(([path]) => path).sort()).toEqual(known.sort());
    expect(gets.filter(([, summary]) => !summary)).toEqual([]);
  });

  const operations = () =>
    Object.entries(document.paths).flatMap(([path, { get, post }]) =>
      [get, post].flatMap((operation) => (operation ? [{ path, operation }] : [])),
    );

  it('says of every operation what it answers, and that everything else is a problem', () => {
    for (const { path, operation } of operations()) {
      const answers = Object.entries(operation.responses).filter(([status]) => status.startsWith('2'));
      expect({ path, answers }).not.toEqual({ path, answers: [] });
      for (const [, answer] of answers)
        expect({ path, answer }).toEqual({ path, answer: expect.objectContaining({ content: expect.anything() }) });
      expect(operation.responses['default']).toMatchObject({ content: { 'application/problem+json': {} } });
    }
  });

  it('says of every operation who may ask, and of every parameter of which type it is', () => {
    for (const { path, operation } of operations()) {
      const parameters = (operation.parameters ?? []) as readonly {
        readonly $ref?: string;
        readonly schema?: object;
      }[];
      const refs = parameters.flatMap(({ $ref }) => $ref ?? []);
      if (path.startsWith('/api/')) expect(refs).toContain('#/components/parameters/UserId');
      for (const { $ref, schema } of parameters) expect($ref ?? Object.keys(schema ?? {})).not.toEqual([]);
    }
    const { parameters } = document.components ?? {};
    const names = ['X-User-Id', 'X-Roles', 'X-Team', 'X-Tenant-Id', 'X-Correlation-Id'];
    expect(Object.values(parameters ?? {}).map((header) => ('name' in header ? header.name : ''))).toEqual(names);
  });

  it('names each operation once, as a client calls it', () => {
    const ids = operations().map(({ operation }) => operation.operationId ?? '');
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !/^[A-Za-z]+$/.test(id))).toEqual([]);
  });

  it('closes a body to fields that it does not name', () => {
    expect(schemaOf('ReceiveReferral')).toMatchObject({ additionalProperties: false });
    expect(schemaOf('Problem')).not.toHaveProperty('additionalProperties');
  });

  it('tells the codes of problems with their statuses', () => {
    const { code } = schemaOf('Problem').properties ?? {};
    for (const known of ['REFERRAL_NOT_FOUND 404', 'REVISION_MISMATCH 412', 'INVALID_CURSOR 400'])
      expect(code).toMatchObject({ description: expect.stringContaining(known) });
  });
});
