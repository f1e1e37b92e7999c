import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Condition } from 'fhir/r4';
import { readIntake } from './read-intake';
import { bundle, coverage, options, order, patient, practitioner } from './testing/messages';
import { refusals } from './testing/read';
import { objections } from './testing/validated';

const condition: Condition = {
  resourceType: 'Condition',
  id: 'condition',
  subject: {},
  code: { text: 'Arrhythmia' },
};

/** A message that uses everything the intake reads, so that each of its places can be spoilt. */
const elaborate = {
  ...bundle(
    {
      ...order,
      identifier: [{ use: 'official', system: 'urn:example:orders', value: '17' }],
      meta: { security: [{ system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code: 'HIV' }] },
      category: [{ coding: [{ system: 'http://snomed.info/sct', code: '363679005' }] }],
      performerType: { coding: [{ system: 'http://nucc.org/provider-taxonomy', code: '207RC0000X' }] },
      priority: 'asap',
      quantityQuantity: { value: 3, unit: 'visits' },
      occurrencePeriod: { start: '2026-11-03', end: '2027-02-03' },
      encounter: { reference: 'Encounter/encounter-1' },
      insurance: [{ reference: 'Coverage/coverage-1' }],
      reasonCode: [{ text: 'Palpitations', coding: [{ system: 'http://hl7.org/fhir/sid/icd-10-cm', code: 'R00.2' }] }],
      reasonReference: [{ reference: '#condition' }],
      note: [{ text: 'Second episode this year' }],
      contained: [condition],
    },
    { ...patient, communication: [{ language: { coding: [{ system: 'urn:ietf:bcp:47', code: 'es' }] } }] },
    practitioner,
    coverage,
    { resourceType: 'Encounter', id: 'encounter-1', status: 'finished', class: {} },
  ),
  identifier: { system: 'urn:example:sender', value: 'message-1' },
};

/** Every place of a JSON value, as the members on the way to it. */
const places = (value: unknown, path: readonly string[] = []): readonly (readonly string[])[] =>
  typeof value === 'object' && value !== null
    ? [path, ...Object.entries(value).flatMap(([name, inner]) => places(inner, [...path, name]))]
    : [path];

/** The value with something else at one place; gone when it is `undefined`. */
const spoil = (value: unknown, [name, ...rest]: readonly string[], by: unknown): unknown => {
  if (name === undefined) return by;
  if (typeof value !== 'object' || value === null) return value;
  const copy = (Array.isArray(value) ? [...value] : { ...value }) as Record<string, unknown>;
  copy[name] = spoil(copy[name], rest, by);
  return copy;
};

const hostile = fc.oneof(
  fc.jsonValue(),
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    undefined,
    null,
    '__proto__',
    'constructor',
    'Patient/patient-1',
    '#condition',
    'x'.repeat(20_000),
    1e400,
    '\ud800',
    '2026-02-30',
    '1850-01-01',
    '9999-12-31T23:59:59-05:00',
    JSON.parse('{"__proto__":{"resourceType":"Patient"}}'),
    JSON.parse('[[[[[[[[]]]]]]]]'),
  ),
);

const spoilt = fc
  .array(fc.tuple(fc.constantFrom(...places(elaborate)), hostile), { minLength: 1, maxLength: 3 })
  .map((faults) => faults.reduce<unknown>((message, [path, by]) => spoil(message, path, by), elaborate));

/** Whatever comes of a message is right: a refusal that says why, or bodies that the command takes. */
const isReadRightly = (message: unknown): void => {
  const intake = readIntake(message, options);
  if ('issues' in intake) expect(intake.issues).not.toHaveLength(0);
  else for (const { body } of intake.commands) expect(objections(body)).toEqual([]);
};

describe('a hostile message', () => {
  it('is taken in as long as nothing of it is spoilt', () => {
    expect(readIntake(elaborate, options)).toHaveProperty('commands.length', 1);
    isReadRightly(elaborate);
  });

  it('never throws, and never becomes a body that the command refuses', () => {
    fc.assert(fc.property(spoilt, isReadRightly), { numRuns: 500 });
  });

  it('never throws when it is anything at all', () => {
    fc.assert(fc.property(fc.anything({ withNullPrototype: true, withSparseArray: true }), isReadRightly));
  });

  it('does not reach a prototype', () => {
    const message = JSON.parse('{"resourceType":"Bundle","__proto__":{"type":"collection","entry":[]}}');
    expect(refusals(message)).toEqual(['required Bundle.type']);
    expect({}).not.toHaveProperty('type');
  });

  it('has no members but its own', () => {
    const heir: unknown = Object.assign(Object.create({ type: 'collection', entry: [] }), { resourceType: 'Bundle' });
    expect(refusals(heir)).toEqual(['required Bundle.type']);
  });

  it('is refused when it contains itself', () => {
    const self: Record<string, unknown> = { ...elaborate };
    self['meta'] = self;
    expect(refusals(self)).toEqual(['too-costly $this']);
  });

  it('is refused when it is nested more than 32 levels deep', () => {
    const nested = (levels: number): unknown => JSON.parse('{"a":'.repeat(levels - 1) + '{}' + '}'.repeat(levels - 1));
    expect(refusals(nested(32))).toEqual(['not-supported $this']);
    expect(refusals(nested(33))).toEqual(['too-costly $this']);
    expect(refusals(nested(100_000))).toEqual(['too-costly $this']);
  });

  it('is refused when it has 10,000 entries', () => {
    const entry = Array.from({ length: 10_000 }, () => ({ resource: order }));
    expect(refusals({ ...elaborate, entry })).toEqual(['too-costly Bundle.entry']);
  });

  it('is refused when it has more values than 1 MB of FHIR can hold', () => {
    expect(refusals({ ...elaborate, extension: Array.from({ length: 200_000 }, () => 0) })).toEqual([
      'too-costly $this',
    ]);
  });

  it('may refer in circles', () => {
    const role = (id: string, practitioner: string) => ({
      resourceType: 'PractitionerRole' as const,
      id,
      practitioner: { reference: practitioner },
    });
    const circle = bundle(
      { ...order, requester: { reference: 'PractitionerRole/a' } },
      patient,
      role('a', 'PractitionerRole/b'),
      role('b', 'PractitionerRole/a'),
    );
    expect(refusals(circle)).toEqual(['not-supported Bundle.entry[2].resource.practitioner.reference']);
  });
});
