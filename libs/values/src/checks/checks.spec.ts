import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { ReasonValue } from '../reason';
import { IsAfter } from './is-after';
import { IsBooleanOrNull } from './is-boolean-or-null';
import { IsCalendarDate } from './is-calendar-date';
import { IsDateOrInstant } from './is-date-or-instant';
import { IsId } from './is-id';
import { IsInstant } from './is-instant';
import { IsList, IsListOf } from './is-list';
import { IsText } from './is-text';
import { IsValue } from './is-value';
import { jsonSchemaConverters } from './json-schema';
import { MayBeAbsent } from './may-be-absent';

/** What is wrong with an object whose field `it` is checked so. */
const errors = (check: PropertyDecorator, body: object) => {
  class Body {}
  check(Body.prototype, 'it');
  return validateSync(plainToInstance(Body, body));
};

const complaints = (check: PropertyDecorator, body: object): readonly string[] =>
  errors(check, body).flatMap(({ constraints = {}, children = [] }) => [
    ...Object.values(constraints),
    ...children.map(({ property }) => property),
  ]);

interface Example {
  readonly name: string;
  readonly check: PropertyDecorator;
  readonly right: readonly unknown[];
  readonly wrong: readonly unknown[];
  readonly told: string;
}

const examples: readonly Example[] = [
  {
    name: 'text',
    check: IsText(5),
    right: ['a', 'abcde', ' a '],
    wrong: ['', '  ', '\n', 'abcdef', 'a\0', 5, null, ['a'], undefined],
    told: 'it must be text of 1 to 5 characters, without control characters',
  },
  {
    name: 'an id',
    check: IsId(),
    right: ['a', '7', 'a'.repeat(128), 'urn:oid:1.2.3', 'Patient/1', 'a|b#c~d_e-f'],
    wrong: ['', '-a', ' a', 'a ', 'a b', 'a\n', 'ä', 'a'.repeat(129), 7, ['a'], null],
    told: 'it must be an id: 1 to 128 letters, digits or . _ : ~ / # | -',
  },
  {
    name: 'a date of the calendar',
    check: IsCalendarDate(),
    right: ['2024-02-29', '2026-02-28', '2000-02-29', '0100-01-01', '2026-12-31', '2026-01-01', '2026-04-30'],
    wrong: [
      ...['2026-02-29', '1900-02-29', '2026-04-31', '2026-13-01', '2026-00-10', '2026-01-00', '0099-12-31'],
      ...['2026-1-1', ' 2026-01-01', '2026-01-01 ', '12026-01-01', '2026-01-011', '2026-01-01T00:00:00Z'],
      ...[['2026-01-01'], 20260101, null],
    ],
    told: 'it must be a date of the calendar, such as 2026-03-01',
  },
  {
    name: 'an instant',
    check: IsInstant(),
    right: ['2026-03-01T09:30:00Z', '2026-03-01T23:59:59.123456789+05:45', '2026-03-01T00:00:00-14:59'],
    wrong: [
      ...['2026-03-01', '2026-03-01T09:30:00', '2026-03-01T09:30Z', '2026-03-01T24:00:00Z', '2026-03-01T09:60:00Z'],
      ...['2026-03-01T09:30:60Z', '2026-03-01T09:30:00+15:00', '2026-03-01T09:30:00.Z', 'x2026-03-01T09:30:00Z'],
      ...['2026-03-01T09:30:00Zx', '2026-03-01T09:30:00.1234567890Z', '2026-03-01T09:30:00+05:60'],
      ...[['2026-03-01T09:30:00Z'], 0, null],
    ],
    told: 'it must be an ISO 8601 instant with offset, such as 2026-03-01T09:30:00-05:00',
  },
  {
    name: 'a date or an instant',
    check: IsDateOrInstant(),
    right: ['2026-03-01', '2026-03-01T09:30:00Z'],
    wrong: ['2026-02-30', '2026-03-01T09:30:00', '', 20260301, null],
    told: 'it must be a date (YYYY-MM-DD) or an ISO 8601 instant with offset',
  },
  {
    name: 'yes, no or not said',
    check: IsBooleanOrNull(),
    right: [true, false, null],
    wrong: [undefined, 'true', 0, 1],
    told: 'it must be true, false or null',
  },
];

describe.each(examples)('$name', ({ check, right, wrong, told }) => {
  it.each(right)('is %j', (value) => expect(complaints(check, { it: value })).toEqual([]));
  it.each(wrong)('is not %j', (value) => expect(complaints(check, { it: value })).toEqual([told]));

  it('has a JSON schema', () => {
    for (const { constraints = {} } of errors(check, { it: {} }))
      expect(Object.keys(jsonSchemaConverters)).toEqual(expect.arrayContaining(Object.keys(constraints)));
  });
});

describe('each of a list', () => {
  it.each([
    ['text', IsText(5, { each: true }), 'abc', ' '],
    ['an id', IsId({ each: true }), 'id-1', 'id 1'],
    ['a date of the calendar', IsCalendarDate({ each: true }), '2026-03-01', '2026-02-30'],
    ['an instant', IsInstant({ each: true }), '2026-03-01T09:30:00Z', '2026-03-01'],
    ['a date or an instant', IsDateOrInstant({ each: true }), '2026-03-01', 'today'],
    ['yes, no or not said', IsBooleanOrNull({ each: true }), null, 'no'],
  ])('is %s', (_, check, right, wrong) => {
    expect(complaints(check, { it: [right, right] })).toEqual([]);
    expect(complaints(check, { it: [right, wrong] })).toHaveLength(1);
  });
});

describe('what comes after something else', () => {
  const since = '2026-03-01T09:00:00Z';
  const after = (it: unknown, earlier: unknown = since, options = {}) =>
    complaints(IsAfter('since', options), { it, since: earlier });

  it('is later, also in another offset', () => {
    expect(after('2026-03-01T09:00:00.001Z')).toEqual([]);
    expect(after('2026-03-01T08:00:00-02:00')).toEqual([]);
    expect(after('2026-03-01T10:00:00+02:00')).toEqual(['it must be after since']);
    expect(after('2026-03-01T08:59:59.999Z')).toEqual(['it must be after since']);
  });

  it('is at the same time where that is said to be enough', () => {
    expect(after(since)).toEqual(['it must be after since']);
    expect(after(since, since, { orEqual: true })).toEqual([]);
    expect(after('2026-03-01T08:59:59.999Z', since, { orEqual: true })).toEqual(['it must be after since']);
  });

  it('is not told of what is no point in time', () => {
    expect(after('soon')).toEqual([]);
    expect(after(0)).toEqual([]);
    expect(after(since, 'soon')).toEqual([]);
    expect(after('1970-01-01', 1)).toEqual([]);
    expect(after(since, undefined)).not.toEqual([]);
    expect(complaints(IsAfter('since'), { it: since })).toEqual([]);
  });
});

describe('what may be absent', () => {
  const check: PropertyDecorator = (target, property) => {
    MayBeAbsent()(target, property);
    IsText(5)(target, property);
  };

  it('is checked once it is said, also as null', () => {
    expect(complaints(check, {})).toEqual([]);
    expect(complaints(check, { it: 'a' })).toEqual([]);
    for (const wrong of ['', null, 0]) expect(complaints(check, { it: wrong })).toHaveLength(1);
  });
});

describe('a list', () => {
  it('has no more items than it may, and no fewer', () => {
    const list = (check: PropertyDecorator, length: number) =>
      complaints(check, { it: Array(length).fill('a') }).length;
    expect([0, 2, 3].map((length) => list(IsList(2), length))).toEqual([0, 0, 1]);
    expect([0, 1, 2, 3].map((length) => list(IsList(2, 1), length))).toEqual([1, 0, 0, 1]);
    expect(complaints(IsList(2), { it: 'ab' })).not.toEqual([]);
    expect(complaints(IsList(2, 1), { it: 'ab' })).not.toEqual([]);
  });

  it('of objects checks each of them', () => {
    const reasons = IsListOf(() => ReasonValue, 2, 1);
    expect(complaints(reasons, { it: [{ code: 'spam' }] })).toEqual([]);
    expect(complaints(reasons, { it: [{ code: 'spam' }, { code: 'not a code' }] })).toEqual(['1']);
    expect(complaints(reasons, { it: [] })).toHaveLength(1);
    expect(
      complaints(
        IsListOf(() => ReasonValue, 2),
        { it: [] },
      ),
    ).toEqual([]);
  });
});

describe('a value', () => {
  it('is an object that is right in itself', () => {
    const reason = IsValue(() => ReasonValue);
    expect(complaints(reason, { it: { code: 'spam' } })).toEqual([]);
    expect(complaints(reason, { it: { code: '' } })).toEqual(['code']);
    for (const wrong of ['spam', null, undefined]) expect(complaints(reason, { it: wrong })).not.toEqual([]);
  });
});
