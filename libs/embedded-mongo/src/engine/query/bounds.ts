import type { Index, IndexField } from '../catalog/index-spec';
import { afterPrefix } from '../keys/keys';
import type { Direction } from '../keys/keys';
import type { Constraints } from './constraints';
import { intersect } from './intervals';
import type { Interval, Intervals } from './intervals';

/** What the planner may use: an index, or the collection in its own order. */
export type Candidate = {
  readonly index: Index | undefined;
  readonly space: number;
  readonly fields: readonly IndexField[];
  readonly ordered: readonly IndexField[];
  readonly multikey: boolean;
  readonly shortened: boolean;
};

/** Combinations of single values over several fields that are read as separate ranges. */
const mostRanges = 200;
/** Keys keep their first 1,268 bytes when they are shortened, _ids their first 568: bounds go no further. */
export const longestBound = 568;

/** The ranges of a candidate's keys that hold what the constraints ask for, before its space is put in front. */
export type Bounds = {
  readonly ranges: readonly Interval[];
  readonly equal: number;
  /** Fields that have one value only, so that they do not matter for the order. */
  readonly fixed: number;
  readonly ranged: boolean;
  readonly covered: number;
};

const empty = Buffer.alloc(0);

/** Narrows the candidate's fields one after another, until one is not bound to single values. */
export const boundsOf = (candidate: Candidate, constraints: Constraints): Bounds => {
  let prefixes: readonly Buffer[] = [empty];
  let [equal, fixed, covered] = [0, 0, 0];
  for (const { path, direction } of candidate.fields) {
    const given = constraints.byPath.get(path);
    if (!given) break;
    const { intervals, exact, points } = combined(given, candidate.multikey);
    covered += exact ? given.length : 0;
    if (points && (prefixes.length === 1 || prefixes.length * intervals.length <= mostRanges)) {
      prefixes = prefixes.flatMap((prefix) =>
        orderedIn(direction, intervals).map(({ low }) => Buffer.concat([prefix, low])),
      );
      equal++;
      if (intervals.length === 1 && fixed === equal - 1) fixed++;
      continue;
    }
    const ranges = prefixes.flatMap((prefix) =>
      orderedIn(direction, intervals).map((interval) => clip(prefix, interval)),
    );
    return { ranges, equal, fixed, ranged: true, covered };
  }
  const ranges = prefixes.map((prefix) => clip(prefix, { low: empty, high: empty }));
  return { ranges: distinct(ranges), equal, fixed, ranged: false, covered };
};

/**
 * In a multikey index one condition is met by one entry, so two conditions on a field cannot be intersected. A document has one entry for
 * one value, but may have several in a range of values.
 */
const combined = (given: readonly Intervals[], multikey: boolean): Intervals => {
  const [first, ...others] = [...given].sort((left, right) => Number(right.points) - Number(left.points));
  if (!first) return { intervals: [], exact: false, points: false, nothing: false };
  if (!multikey) return others.reduce(intersect, first);
  return { ...first, exact: first.exact && first.points && first.intervals.length === 1 && others.length === 0 };
};

const orderedIn = (direction: Direction, intervals: readonly Interval[]): readonly Interval[] =>
  direction === 1 ? intervals : [...intervals].reverse().map(turnedOver);

const invert = (key: Buffer): Buffer => Buffer.from(key.map((byte) => 255 - byte));

/** The same values in a descending field. The low end of a single value stays its exact key. */
const turnedOver = ({ low, high }: Interval): Interval => {
  const lowInverted = invert(low);
  return afterPrefix(low).equals(high)
    ? { low: lowInverted, high: afterPrefix(lowInverted) }
    : { low: afterPrefix(invert(high)), high: afterPrefix(lowInverted) };
};

const clip = (prefix: Buffer, { low, high }: Interval): Interval => {
  const from = Buffer.concat([prefix, low]).subarray(0, longestBound);
  const end = Buffer.concat([prefix, high]);
  const to = high.length === 0 || end.length > longestBound ? end.subarray(0, longestBound) : undefined;
  return { low: from, high: to ? (to.length === 0 ? empty : afterPrefix(to)) : end };
};

const distinct = (intervals: readonly Interval[]): readonly Interval[] => [
  ...new Map(intervals.map((interval) => [interval.low.toString('latin1'), interval])).values(),
];
