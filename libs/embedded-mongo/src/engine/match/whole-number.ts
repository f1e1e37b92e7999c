import { fraction, isNumber } from '../../bson';
import type { Value } from '../../bson';

/** A number cut off towards zero; undefined for what is not a finite number. */
export const wholeNumber = (value: Value): bigint | undefined => {
  if (!isNumber(value)) return undefined;
  if (value.type === 'int') return BigInt(value.value);
  if (value.type === 'long') return value.value;
  const exact = fraction(value);
  return typeof exact === 'object' ? exact.numerator / exact.denominator : undefined;
};
