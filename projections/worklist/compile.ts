import type { Scalar } from '@referral/conditions';
import type { QueueCondition } from './queue';

/** A stored row. */
export type Row = Readonly<Record<string, unknown>>;

/** A condition that is asked of many rows. */
export type Test = (row: Row) => boolean;

/**
 * As much of a condition as can be asked of a row without knowing when and by whom; `null` when that is nothing. Whatever meets the
 * condition at some time meets this. Paths of queues lead to scalars, so lists need no care here.
 */
export const compile = (condition: QueueCondition): Test | null => {
  if ('when' in condition) return null;
  if ('all' in condition) return together(condition.all.map(compile));
  if ('any' in condition) return either(condition.any.map(compile));
  const read = reader(condition.path);
  switch (condition.is) {
    case 'equals': {
      const { value } = condition;
      return isRelative(value) ? (row) => read(row) !== null : (row) => read(row) === value;
    }
    case 'in': {
      const { value } = condition;
      if ('absent' in value) return (row) => read(row) !== null;
      const values = new Set<unknown>(value);
      return (row) => values.has(read(row));
    }
    case 'exists':
      return condition.value ? (row) => read(row) !== null : (row) => read(row) === null;
    case 'some':
      return (row) => {
        const found = read(row);
        return Array.isArray(found) && found.length > 0;
      };
    case 'before':
    case 'atOrBefore':
    case 'after':
    case 'atOrAfter':
      return ordered(condition.is, condition.value, read);
  }
};

type Order = 'before' | 'atOrBefore' | 'after' | 'atOrAfter';

const ordered = (is: Order, value: unknown, read: (row: Row) => unknown): Test => {
  if (typeof value !== 'number') return (row) => read(row) !== null;
  const test = comparisons[is];
  return (row) => {
    const found = read(row);
    return typeof found === 'number' && test(found, value);
  };
};

const comparisons: Readonly<Record<Order, (found: number, value: number) => boolean>> = {
  before: (found, value) => found < value,
  atOrBefore: (found, value) => found <= value,
  after: (found, value) => found > value,
  atOrAfter: (found, value) => found >= value,
};

const together = (tests: readonly (Test | null)[]): Test | null => {
  const known = tests.filter((test) => test !== null);
  return known.length === 0 ? null : (row) => known.every((test) => test(row));
};

/** One way of which nothing can be asked yet leaves all open. */
const either = (tests: readonly (Test | null)[]): Test | null => {
  const known = tests.filter((test) => test !== null);
  return known.length < tests.length ? null : (row) => known.some((test) => test(row));
};

const isRelative = (value: Scalar | object): value is object => typeof value === 'object' && value !== null;

/** Reads what stands at a dotted path; `null` when nothing does. */
const reader = (path: string): ((row: Row) => unknown) => {
  const names = path.split('.');
  return (row) => {
    let value: unknown = row;
    for (const name of names) {
      if (typeof value !== 'object' || value === null) return null;
      value = (value as Row)[name];
    }
    return value ?? null;
  };
};
