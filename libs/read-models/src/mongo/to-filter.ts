import type { Filter } from 'mongodb';
import type { Condition, Sort } from '@referral/conditions';
import type { Row } from '../store/model-store';

/** A condition as a database filter. Values stand behind an operator always, so none of them can be one. */
export const toFilter = (condition: Condition): Filter<Row> => {
  if ('all' in condition) return together(condition.all.map(toFilter));
  if ('any' in condition) return condition.any.length === 0 ? noRow : { $or: condition.any.map(toFilter) };
  const { path } = condition;
  switch (condition.is) {
    case 'equals':
      return { [path]: { $eq: condition.value } };
    case 'in':
      return { [path]: { $in: condition.value } };
    case 'exists':
      return { [path]: condition.value ? { $ne: null } : { $eq: null } };
    case 'some':
      return { [path]: { $elemMatch: toFilter(condition.like) } };
    case 'before':
      return { [path]: { $lt: condition.value } };
    case 'atOrBefore':
      return { [path]: { $lte: condition.value } };
    case 'after':
      return { [path]: { $gt: condition.value } };
    case 'atOrAfter':
      return { [path]: { $gte: condition.value } };
  }
};

/** The rows of one tenant that meet a condition. */
export const tenantFilter = (tenantId: string, condition: Condition): Filter<Row> =>
  together([{ tenantId: { $eq: tenantId } }, toFilter(condition)]);

/** A sort as the database takes it. */
export const toSort = (sort: Sort): [string, 1 | -1][] =>
  sort.map(({ path, order }) => [path, order === 'ascending' ? 1 : -1]);

const noRow: Filter<Row> = { _id: { $in: [] } };

const together = (filters: readonly Filter<Row>[]): Filter<Row> => {
  const parts = filters
    .flatMap((filter) => (isConjunction(filter) ? filter.$and : [filter]))
    .filter((part) => !isEmpty(part));
  const [only, ...others] = parts;
  if (!only) return {};
  return others.length === 0 ? only : { $and: parts };
};

const isEmpty = (filter: Filter<Row>): boolean => Object.keys(filter).length === 0;
const isConjunction = (filter: Filter<Row>): filter is { $and: Filter<Row>[] } => Array.isArray(filter.$and);
