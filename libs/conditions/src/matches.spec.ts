import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Condition } from './condition';
import { compareRows, matches } from './matches';
import { compareScalars } from './values';

const clocks = [
  { at: 4, paused: true },
  { at: 9, paused: false },
];
const row = {
  stage: 'received',
  due: { K1: '2026-03-02T15:00:00.000Z' },
  tags: ['a', 'b'],
  count: 3,
  none: null,
  clocks,
};
const onlyFour: Condition = { path: 'at', is: 'atOrBefore', value: 4 };
const notPaused: Condition = { path: 'paused', is: 'equals', value: false };

describe('a condition', () => {
  it.each<[Condition, boolean]>([
    [{ path: 'stage', is: 'equals', value: 'received' }, true],
    [{ path: 'stage', is: 'in', value: ['closed', 'received'] }, true],
    [{ path: 'stage', is: 'in', value: [] }, false],
    [{ path: 'due.K1', is: 'before', value: '2026-03-02T15:00:00.001Z' }, true],
    [{ path: 'due.K1', is: 'before', value: '2026-03-02T15:00:00.000Z' }, false],
    [{ path: 'due.K1', is: 'atOrAfter', value: '2026-03-02T15:00:00.000Z' }, true],
    [{ path: 'due.K2', is: 'before', value: 'z' }, false],
    [{ path: 'due.K2', is: 'exists', value: false }, true],
    [{ path: 'none', is: 'equals', value: null }, true],
    [{ path: 'missing', is: 'equals', value: null }, true],
    [{ path: 'due', is: 'exists', value: true }, true],
    [{ path: 'tags', is: 'equals', value: 'b' }, true],
    [{ path: 'count', is: 'after', value: '2' }, false],
    [{ path: 'count', is: 'atOrBefore', value: 3 }, true],
    [{ path: 'constructor', is: 'exists', value: true }, false],
    [{ path: 'clocks', is: 'some', like: { path: 'at', is: 'atOrBefore', value: 4 } }, true],
    [{ path: 'clocks', is: 'some', like: { all: [onlyFour, notPaused] } }, false],
    [{ path: 'clocks', is: 'some', like: { all: [] } }, true],
    [{ path: 'tags', is: 'some', like: { all: [] } }, false],
    [{ path: 'stage', is: 'some', like: { all: [] } }, false],
    [{ all: [] }, true],
    [{ any: [] }, false],
    [
      {
        any: [
          { path: 'count', is: 'equals', value: 1 },
          { path: 'stage', is: 'exists', value: true },
        ],
      },
      true,
    ],
  ])('%j is met: %s', (condition, met) => {
    expect(matches(row, condition)).toBe(met);
  });
});

describe('an order of rows', () => {
  it('goes by the fields in turn, nothing first, and turns round when descending', () => {
    const rows = [{ a: 2, b: 1 }, { a: 1, b: 'x' }, { b: 1 }, { a: 2, b: 0 }];
    const sort = compareRows([
      { path: 'a', order: 'descending' },
      { path: 'b', order: 'ascending' },
    ]);
    expect([...rows].sort(sort)).toEqual([{ a: 2, b: 0 }, { a: 2, b: 1 }, { a: 1, b: 'x' }, { b: 1 }]);
  });

  it('of texts is that of their UTF-8 bytes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (left, right) => {
        const bytes = Buffer.compare(Buffer.from(left), Buffer.from(right));
        expect(Math.sign(compareScalars(left, right))).toBe(bytes);
      }),
      {
        examples: [
          ['\u{1f600}', '\uffff'],
          ['a', 'ab'],
        ],
      },
    );
  });
});
