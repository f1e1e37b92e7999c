import type { Condition, Scalar, Sort } from './condition';
import { compareScalars, readPath } from './values';

type Row = Readonly<Record<string, unknown>>;

/** Whether a row meets a condition, exactly as the database would say. */
export const matches = (row: Row, condition: Condition): boolean => {
  if ('all' in condition) return condition.all.every((inner) => matches(row, inner));
  if ('any' in condition) return condition.any.some((inner) => matches(row, inner));
  const value = readPath(row, condition.path);
  switch (condition.is) {
    case 'equals':
      return some(value, (found) => found === condition.value);
    case 'in':
      return some(value, (found) => condition.value.includes(found));
    case 'exists':
      return some(value, (found) => found === null) !== condition.value;
    case 'some':
      return elements(value).some((element) => matches(element, condition.like));
    case 'before':
      return some(value, (found) => sameType(found, condition.value) && compareScalars(found, condition.value) < 0);
    case 'atOrBefore':
      return some(value, (found) => sameType(found, condition.value) && compareScalars(found, condition.value) <= 0);
    case 'after':
      return some(value, (found) => sameType(found, condition.value) && compareScalars(found, condition.value) > 0);
    case 'atOrAfter':
      return some(value, (found) => sameType(found, condition.value) && compareScalars(found, condition.value) >= 0);
  }
};

/** Order of two rows by a sort; rows that are equal in it stay equal, so end a sort with a unique field. */
export const compareRows =
  (sort: Sort) =>
  (left: Row, right: Row): number => {
    for (const { path, order } of sort) {
      const difference = compareScalars(scalarAt(left, path), scalarAt(right, path));
      if (difference !== 0) return order === 'ascending' ? difference : -difference;
    }
    return 0;
  };

/** The value of a field that rows sort by; what is no scalar counts as `null`. */
export const scalarAt = (row: Row, path: string): Scalar => {
  const value = readPath(row, path);
  return isScalar(value) ? value : null;
};

const some = (value: unknown, test: (found: Scalar) => boolean): boolean => {
  if (Array.isArray(value)) return value.some((element: unknown) => isScalar(element) && test(element));
  return isScalar(value) && test(value);
};

const elements = (value: unknown): readonly Row[] =>
  Array.isArray(value)
    ? value.filter((element): element is Row => typeof element === 'object' && element !== null)
    : [];

const isScalar = (value: unknown): value is Scalar => value === null || typeof value !== 'object';
const sameType = (left: Scalar, right: Scalar): boolean => left !== null && typeof left === typeof right;
