import type { Collection } from '../catalog/collection';
import type { Index, IndexField } from '../catalog/index-spec';
import { afterPrefix, spaceKey } from '../keys/keys';
import type { Direction } from '../keys/keys';
import type { Predicate } from '../match/predicate';
import { refuse } from '../mongo-error';
import type { KeyRange } from '../storage/unit';
import { boundsOf, longestBound } from './bounds';
import type { Bounds, Candidate } from './bounds';
import type { Constraints } from './constraints';
import { constraintsOf } from './constraints';
import { implies } from './implies';
import type { Sort } from './sort';

/** How a query finds its documents. */
export type Plan = {
  /** The index that is read; undefined for the collection itself, which is ordered by _id. */
  readonly index: Index | undefined;
  readonly ranges: readonly KeyRange[];
  /** Whether each range begins with the one key it can hold, that of a document. */
  readonly keys: boolean;
  /** Whether the documents come in the order that was asked for. */
  readonly sorted: boolean;
  /** Whether a document lies in the ranges at one place only. */
  readonly once: boolean;
  /** Whether everything in the ranges matches, once each. */
  readonly exact: boolean;
  /** How many fields of the index narrow the ranges. */
  readonly bounded: number;
  readonly reverse: boolean;
  readonly score: number;
};

const byId: readonly IndexField[] = [{ path: '_id', direction: 1 }];

/** Chooses the way with the most fields narrowed and, among those, one that spares a sort. */
export const choosePlan = (
  collection: Collection,
  predicate: Predicate,
  sort: Sort | undefined,
  partialOf: (index: Index) => Predicate | undefined,
  hint?: string,
): Plan => {
  const constraints = constraintsOf(predicate);
  const own: Candidate = {
    index: undefined,
    space: collection.space,
    fields: byId,
    ordered: byId,
    multikey: false,
    shortened: false,
  };
  if (hint === '$natural') return planFor({ ...own, fields: [], ordered: [] }, constraints, sort);
  const candidates = [
    own,
    ...collection.indexes.filter((index) => usable(index, constraints, predicate, partialOf)).map(candidateOf),
  ];
  if (hint !== undefined) {
    const hinted = candidates.find(({ index }) => (index?.name ?? '_id_') === hint) ?? forced(collection, hint);
    return planFor(hinted, constraints, sort);
  }
  return candidates
    .map((candidate) => planFor(candidate, constraints, sort))
    .reduce((best, plan) => (plan.score > best.score ? plan : best));
};

const forced = (collection: Collection, hint: string): Candidate => {
  const index = collection.indexes.find(({ name }) => name === hint);
  if (!index)
    throw refuse(
      'BadValue',
      'error processing query: planner returned error :: caused by :: hint provided does not correspond to an existing index',
    );
  return candidateOf(index);
};

const candidateOf = (index: Index): Candidate => ({
  index,
  space: index.space,
  fields: index.fields,
  ordered: index.unique ? index.fields : [...index.fields, ...byId],
  multikey: index.multikey,
  shortened: index.shortened,
});

const usable = (
  index: Index,
  constraints: Constraints,
  predicate: Predicate,
  partialOf: (index: Index) => Predicate | undefined,
): boolean => {
  const first = constraints.byPath.get(index.fields[0]?.path ?? '');
  if (index.sparse && (first === undefined || first.every(({ nothing }) => nothing))) return false;
  const partial = partialOf(index);
  return !partial || implies(predicate, partial);
};

const planFor = (candidate: Candidate, constraints: Constraints, sort: Sort | undefined): Plan => {
  const bounds = boundsOf(candidate, constraints);
  const order = sortOrder(candidate, bounds, sort);
  const reverse = order === -1;
  const ranges = bounds.ranges.map((range): KeyRange => ({
    low: spaceKey(candidate.space, range.low),
    high: highKey(candidate.space, range.high),
    reverse,
  }));
  const sorted =
    sort === undefined ||
    sort.fields.length === 0 ||
    (order !== undefined && !candidate.multikey && !candidate.shortened);
  const once = !candidate.multikey || hasOneEntryEach(candidate, bounds);
  const useful = sort !== undefined && sorted && sort.fields.length > 0 ? 1 : 0;
  return {
    index: candidate.index,
    ranges: reverse ? ranges.reverse() : ranges,
    keys:
      candidate.index === undefined &&
      bounds.equal === 1 &&
      bounds.ranges.every(({ low }) => low.length < longestBound),
    sorted,
    once,
    exact:
      bounds.covered === constraints.conditions &&
      bounds.ranges.every(({ low }) => low.length < longestBound) &&
      once &&
      !candidate.shortened,
    bounded: bounds.equal + (bounds.ranged ? 1 : 0),
    reverse,
    score: bounds.equal * 4 + (bounds.ranged ? 2 : 0) + useful + (candidate.index ? 0 : 0.5),
  };
};

/** A document has several entries in a multikey index, but one for one value in each of its fields. */
const hasOneEntryEach = ({ fields }: Candidate, { ranges, equal }: Bounds): boolean =>
  ranges.length === 1 && fields.slice(equal).every(({ path }) => path === '_id');

const highKey = (space: number, high: Buffer): Buffer =>
  high.length === 0 ? afterPrefix(spaceKey(space)) : spaceKey(space, high);

/** Whether the order of the index, forwards (1) or backwards (-1), is the order asked for. */
const sortOrder = (candidate: Candidate, bounds: Bounds, sort: Sort | undefined): Direction | undefined => {
  if (!sort || sort.fields.length === 0) return 1;
  const fixed = new Set(candidate.fields.slice(0, bounds.fixed).map(({ path }) => path));
  const wanted = sort.fields.filter(({ path }) => !fixed.has(path));
  const offered = candidate.ordered.slice(bounds.fixed);
  if (wanted.length === 0) return 1;
  const end = offered.findIndex(({ path }) => path === '_id');
  // Nothing is left to order after the _id.
  const needed = end >= 0 && end < wanted.length ? wanted.slice(0, end + 1) : wanted;
  const turns = needed.map(({ path, direction }, at) => {
    const field = offered[at];
    return field?.path === path ? direction * field.direction : 0;
  });
  if (turns.every((turn) => turn === 1)) return 1;
  return turns.every((turn) => turn === -1) ? -1 : undefined;
};
