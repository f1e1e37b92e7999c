import { isNumber, isZeroNumber } from '../../bson';
import type { Value } from '../../bson';

/** Everything is true but false, null, undefined, missing and zero. */
export const truth = (value: Value | undefined): boolean => {
  if (isNothing(value)) return false;
  if (value.type === 'bool') return value.value;
  return !isNumber(value) || !isZeroNumber(value);
};

/** Whether a value is missing, null or undefined, which most operators turn into null. */
export const isNothing = (
  value: Value | undefined,
): value is undefined | Extract<Value, { type: 'null' | 'undefined' }> =>
  value === undefined || value.type === 'null' || value.type === 'undefined';
