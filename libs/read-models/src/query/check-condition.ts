import { DomainError } from '@referral/eventsourcing';
import type { Condition, Sort } from '@referral/conditions';

const pathPattern = /^[A-Za-z_][A-Za-z0-9_]*(\.[A-Za-z_][A-Za-z0-9_]*)*$/;
const orders: readonly string[] = ['before', 'atOrBefore', 'after', 'atOrAfter'];
const largestList = 1_000;
const deepest = 16;

/**
 * Refuses, with `VALIDATION_FAILED`, what would not be a plain comparison of a named field with scalars. Types say so already; this
 * holds also for what a program read from a request, so that no database operator can be smuggled in as a value or a path.
 */
export const checkCondition = (condition: Condition, depth = 0): void => {
  if (depth > deepest) throw refused('A condition is nested too deeply.');
  if ('all' in condition) {
    condition.all.forEach((inner) => checkCondition(inner, depth + 1));
    return;
  }
  if ('any' in condition) {
    condition.any.forEach((inner) => checkCondition(inner, depth + 1));
    return;
  }
  checkPath(condition.path);
  if (condition.is === 'some') {
    checkCondition(condition.like, depth + 1);
    return;
  }
  if (!valueFits(condition.is, condition.value))
    throw refused(`"${condition.path}" cannot be compared with that value.`);
};

/** Refuses a sort by anything but plain paths, or by the same path twice. */
export const checkSort = (sort: Sort): void => {
  sort.forEach(({ path }) => checkPath(path));
  if (new Set(sort.map(({ path }) => path)).size < sort.length) throw refused('A field sorts once only.');
};

const checkPath = (path: unknown): void => {
  if (typeof path !== 'string' || !pathPattern.test(path)) throw refused('A condition names a field by a plain path.');
};

const valueFits = (is: string, value: unknown): boolean => {
  if (is === 'equals') return isScalar(value);
  if (is === 'in') return Array.isArray(value) && value.length <= largestList && value.every(isScalar);
  if (is === 'exists') return typeof value === 'boolean';
  return orders.includes(is) && value !== null && isScalar(value);
};

const isScalar = (value: unknown): boolean =>
  value === null || typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value);

const refused = (message: string) => new DomainError('VALIDATION_FAILED', message);
