import { describe, expect, it } from '@jest/globals';
import { plainToInstance } from 'class-transformer';
import { validate, type ValidationError } from 'class-validator';
import { targetConstructorToSchema } from 'class-validator-jsonschema';
import { jsonSchemaConverters } from '@referral/values';
import { useCases } from './commands/all';
import { bodies } from './testing/bodies';
import type { CommandName } from './transitions';

/** Where class-transformer keeps what `@Type` says; that module has no types of its own. */
const storageModule: string = 'class-transformer/cjs/storage.js';
const { defaultMetadataStorage } = (await import(storageModule)) as { readonly defaultMetadataStorage: never };

const paths = (errors: readonly ValidationError[], prefix = ''): string[] =>
  errors.flatMap(({ property, children = [] }) => {
    const path = `${prefix}${property}`;
    return children.length > 0 ? paths(children, `${path}.`) : [path];
  });

const classOf = (name: CommandName) => {
  const useCase = useCases.find((known) => known.name === name);
  if (!useCase) throw new Error(`there is no command ${name}`);
  return useCase.command;
};

/** The fields that a body is refused for, as the edge refuses it. */
const wrongIn = async (name: CommandName, body: object): Promise<string[]> => {
  const command = plainToInstance(classOf(name), body);
  return paths(await validate(command, { whitelist: true, forbidNonWhitelisted: true }));
};

const schemaOf = (name: CommandName) =>
  targetConstructorToSchema(classOf(name), {
    classTransformerMetadataStorage: defaultMetadataStorage,
    additionalConverters: jsonSchemaConverters as never,
  });

/** Commands whose body may say nothing; a reason that is lacking is the rule's to miss. */
const mayBeEmpty: readonly CommandName[] = [
  'ConfirmComplete',
  'MarkEnteredInError',
  'ExhaustOutreach',
  'RefuseCancellation',
  'WithdrawCancellationRequest',
];

const names = Object.keys(bodies) as CommandName[];

describe('the body of a command', () => {
  it('is known for every command', () => {
    expect(names.sort()).toEqual(useCases.map(({ name }) => name).sort());
  });

  it.each(names)('is taken when it is right: %s', async (name) => {
    expect(await wrongIn(name, bodies[name])).toEqual([]);
  });

  it.each(names)('does not say to which referral, by whom, or what nobody knows: %s', async (name) => {
    const strange = { ...bodies[name], referralId: 'referral-1', issued: {}, reference: 'REF-1', surprise: true };
    expect(await wrongIn(name, strange)).toEqual(['referralId', 'issued', 'reference', 'surprise']);
  });

  it.each(names)('has to be an object with the fields that are required: %s', async (name) => {
    const required = schemaOf(name).required ?? [];
    expect(required.length > 0 || mayBeEmpty.includes(name)).toBe(true);
    expect((await wrongIn(name, {})).sort()).toEqual([...required].sort());
  });

  it.each(names)('knows no null but where it means something: %s', async (name) => {
    const allowed = name === 'VerifyEligibility' ? ['serviceCovered'] : [];
    for (const field of Object.keys(schemaOf(name).properties ?? {})) {
      const wrong = await wrongIn(name, { ...bodies[name], [field]: null });
      expect(wrong.map((path) => path.split('.')[0])).toEqual(allowed.includes(field) ? [] : [field]);
    }
  });

  it.each(names)('takes an effective time with its offset: %s', async (name) => {
    const when = (occurredAt: unknown) => wrongIn(name, { ...bodies[name], occurredAt });
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

  it('is refused in depth', async () => {
    const wrong = {
      ...bodies.ReceiveReferral,
      referringParty: { id: 'office 1', type: 'shop', colour: 'red' },
      externalIds: [{ system: 'http://example.org/orders' }],
      requestedSpecialty: 'cardiology',
      diagnoses: [7],
      validity: { start: '2026-06-30', end: '2026-03-01' },
    };
    expect((await wrongIn('ReceiveReferral', wrong)).sort()).toEqual([
      'diagnoses.0',
      'externalIds.0.value',
      'referringParty.colour',
      'referringParty.id',
      'referringParty.type',
      'requestedSpecialty',
      'validity.end',
    ]);
  });

  it('is refused for an appointment that ends before it begins', async () => {
    const { start } = bodies.ScheduleAppointment;
    expect(await wrongIn('ScheduleAppointment', { ...bodies.ScheduleAppointment, end: start })).toEqual(['end']);
    const to = { start, end: start };
    expect(await wrongIn('RescheduleAppointment', { ...bodies.RescheduleAppointment, to })).toEqual(['to.end']);
  });

  it('is bounded: texts, lists and ids', async () => {
    const long = 'x'.repeat(10_001);
    expect(await wrongIn('AddNote', { ...bodies.AddNote, text: long })).toEqual(['text']);
    expect(await wrongIn('AddNote', { ...bodies.AddNote, text: ' \n' })).toEqual(['text']);
    expect(await wrongIn('AddNote', { ...bodies.AddNote, noteId: 'x'.repeat(129) })).toEqual(['noteId']);
    const missingItems = Array.from({ length: 101 }, (_, index) => `item-${index}`);
    expect(await wrongIn('ReceiveReferral', { ...bodies.ReceiveReferral, missingItems })).toEqual(['missingItems']);
  });
});

describe('the JSON schema of a command', () => {
  it.each(names)('describes every field: %s', (name) => {
    const properties = Object.entries(schemaOf(name).properties ?? {});
    expect(properties.map(([field]) => field)).toEqual(expect.arrayContaining(['occurredAt']));
    for (const [field, schema] of properties) expect([field, Object.keys(schema)]).not.toEqual([field, []]);
  });

  it('tells formats, bounds and what a list holds', () => {
    const { properties = {} } = schemaOf('ScheduleAppointment');
    expect(properties).toMatchObject({
      start: { type: 'string', format: 'date-time' },
      destination: { $ref: '#/definitions/PartyRefValue' },
      externalIds: { type: 'array', maxItems: 20, items: { $ref: '#/definitions/IdentifierValue' } },
      preparation: { type: 'string', minLength: 1, maxLength: 4000 },
    });
  });
});
