import { isNumber, toDouble, typeRanks } from '../../bson';
import type { Value } from '../../bson';
import { afterPrefix, valueKey } from '../keys/keys';
import type { Test } from '../match/predicate';

/** Encoded ascending values of one field, from `low` (included) to `high` (excluded). */
export type Interval = { readonly low: Buffer; readonly high: Buffer };

/** The values a test lets through; `exact` when nothing else lies in the intervals, `points` when they are single values. */
export type Intervals = {
  readonly intervals: readonly Interval[];
  readonly exact: boolean;
  readonly points: boolean;
  /** Whether null, and so a missing field, lies within. */
  readonly nothing: boolean;
};

/** More alternatives than this are read as one range: a look-up each costs less than reading what lies between them. */
export const mostPoints = 10_000;

const point = (value: Value): Interval => {
  const low = valueKey(value);
  return { low, high: afterPrefix(low) };
};

const ofRank = (value: Value): Interval => {
  const rank = Buffer.of(typeRanks[value.type]);
  return { low: rank, high: afterPrefix(rank) };
};

/** NaN sorts below all numbers and is not less than any of them. */
const numbersButNan: Interval = { low: Buffer.of(typeRanks.int, 1), high: Buffer.of(typeRanks.int + 1) };

/** Values that index keys hold as they are; arrays are taken apart there. */
const indexable = (value: Value): boolean => value.type !== 'array' && value.type !== 'regex';

const comparable = (value: Value): boolean =>
  indexable(value) &&
  value.type !== 'minKey' &&
  value.type !== 'maxKey' &&
  value.type !== 'null' &&
  value.type !== 'object' &&
  !(isNumber(value) && Number.isNaN(toDouble(value)));

/** What an index can do for a test on its field; undefined when nothing. */
export const intervalsOf = (test: Test): Intervals | undefined => {
  switch (test.kind) {
    case 'eq':
      return equal([test.value]);
    case 'in':
      return test.patterns.length === 0 ? equal(test.values) : undefined;
    case 'gt':
    case 'gte':
    case 'lt':
    case 'lte':
      return comparable(test.value) ? range(test.kind, test.value) : undefined;
    case 'regex':
      return test.prefix === undefined ? undefined : prefixed(test.prefix);
    case 'all': {
      const [first] = test.of.flatMap((part) => intervalsOf(part) ?? []);
      return first && { ...first, exact: false };
    }
    case 'bits':
    case 'elementDocument':
    case 'elementValue':
    case 'exists':
    case 'mod':
    case 'not':
    case 'size':
    case 'type':
      return undefined;
  }
};

const equal = (values: readonly Value[]): Intervals | undefined => {
  if (!values.every(indexable)) return undefined;
  const nothing = values.some((value) => value.type === 'null');
  const unique = new Map(values.flatMap(pointsOf).map((interval) => [interval.low.toString('latin1'), interval]));
  const intervals = [...unique.values()].sort((left, right) => Buffer.compare(left.low, right.low));
  if (intervals.length <= mostPoints) return { intervals, exact: !nothing, points: true, nothing };
  const [first] = intervals;
  const last = intervals.at(-1);
  return first && last && { intervals: [{ low: first.low, high: last.high }], exact: false, points: false, nothing };
};

/** Null stands for undefined and missing too; undefined is also what an empty array leaves in an index. */
const pointsOf = (value: Value): readonly Interval[] =>
  value.type === 'null' ? [point({ type: 'undefined' }), point(value)] : [point(value)];

const range = (kind: 'gt' | 'gte' | 'lt' | 'lte', value: Value): Intervals => {
  const all = isNumber(value) ? numbersButNan : ofRank(value);
  const one = point(value);
  const interval = {
    gt: { low: one.high, high: all.high },
    gte: { low: one.low, high: all.high },
    lt: { low: all.low, high: one.low },
    lte: { low: all.low, high: one.high },
  }[kind];
  return { intervals: [interval], exact: true, points: false, nothing: false };
};

const prefixed = (prefix: string): Intervals => {
  const key = valueKey({ type: 'string', value: prefix });
  // Without the two bytes that end a text, the key is the beginning of all longer ones.
  const low = key.subarray(0, -2);
  return { intervals: [{ low, high: afterPrefix(low) }], exact: false, points: false, nothing: false };
};

/** What lies in both. */
export const intersect = (left: Intervals, right: Intervals): Intervals => {
  const intervals = left.intervals.flatMap((one) =>
    right.intervals.flatMap((other) => {
      const low = Buffer.compare(one.low, other.low) > 0 ? one.low : other.low;
      const high = Buffer.compare(one.high, other.high) < 0 ? one.high : other.high;
      return Buffer.compare(low, high) < 0 ? [{ low, high }] : [];
    }),
  );
  return {
    intervals,
    exact: left.exact && right.exact,
    points: left.points || right.points,
    nothing: left.nothing && right.nothing,
  };
};

/** One range around both. */
export const hull = (left: Intervals, right: Intervals): Intervals => {
  const all = [...left.intervals, ...right.intervals];
  const lows = all.map((interval) => interval.low).sort((one, other) => Buffer.compare(one, other));
  const highs = all.map((interval) => interval.high).sort((one, other) => Buffer.compare(one, other));
  const low = lows[0];
  const high = highs.at(-1);
  return {
    intervals: low && high ? [{ low, high }] : [],
    exact: false,
    points: false,
    nothing: left.nothing || right.nothing,
  };
};
