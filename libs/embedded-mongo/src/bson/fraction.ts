import { readDecimal } from './decimal';
import type { NumberValue } from './value';

/** A finite number, exactly: numerator over denominator, the denominator positive. Not in lowest terms. */
export type Fraction = { readonly numerator: bigint; readonly denominator: bigint };

/** What a number is when it is not finite. */
export type NonFinite = 'nan' | 'infinity' | '-infinity';

/** The exact value of any BSON number. */
export const fraction = (number: NumberValue): Fraction | NonFinite => {
  switch (number.type) {
    case 'int':
      return { numerator: BigInt(number.value), denominator: 1n };
    case 'long':
      return { numerator: number.value, denominator: 1n };
    case 'double':
      return doubleFraction(number.value);
    case 'decimal':
      return decimalFraction(number.value);
  }
};

const doubleFraction = (value: number): Fraction | NonFinite => {
  if (Number.isNaN(value)) return 'nan';
  if (!Number.isFinite(value)) return value > 0 ? 'infinity' : '-infinity';
  if (Number.isInteger(value)) return { numerator: BigInt(value), denominator: 1n };
  // Scaling by a power of two is exact; 1074 is the exponent of the smallest subnormal.
  let scaled = value;
  let shift = 0n;
  while (!Number.isInteger(scaled)) {
    scaled *= 2;
    shift += 1n;
  }
  return { numerator: BigInt(scaled), denominator: 1n << shift };
};

const decimalFraction = (bytes: Buffer): Fraction | NonFinite => {
  const decimal = readDecimal(bytes);
  if (decimal.kind === 'nan') return 'nan';
  if (decimal.kind === 'infinity') return decimal.negative ? '-infinity' : 'infinity';
  const coefficient = decimal.negative ? -decimal.coefficient : decimal.coefficient;
  if (coefficient === 0n) return { numerator: 0n, denominator: 1n };
  return decimal.exponent >= 0
    ? { numerator: coefficient * 10n ** BigInt(decimal.exponent), denominator: 1n }
    : { numerator: coefficient, denominator: 10n ** BigInt(-decimal.exponent) };
};

const rank = (value: Fraction | NonFinite): number => {
  if (typeof value === 'object') return 2;
  return value === 'nan' ? 0 : value === '-infinity' ? 1 : 3;
};

/** Numeric order over all four types, exact; NaN is smallest and equal to itself, as in BSON. */
export const compareNumbers = (left: NumberValue, right: NumberValue): number => {
  if (left.type === 'int' && right.type === 'int') return Math.sign(left.value - right.value);
  if (left.type === 'long' && right.type === 'long')
    return Number(left.value > right.value) - Number(left.value < right.value);
  if (isMachine(left) && isMachine(right) && !Number.isNaN(left.value) && !Number.isNaN(right.value))
    return Number(left.value > right.value) - Number(left.value < right.value);
  return compareFractions(fraction(left), fraction(right));
};

const isMachine = (value: NumberValue): value is Extract<NumberValue, { type: 'int' | 'double' }> =>
  value.type === 'int' || value.type === 'double';

const compareFractions = (left: Fraction | NonFinite, right: Fraction | NonFinite): number => {
  if (typeof left !== 'object' || typeof right !== 'object') return Math.sign(rank(left) - rank(right));
  const difference = left.numerator * right.denominator - right.numerator * left.denominator;
  return difference > 0n ? 1 : difference < 0n ? -1 : 0;
};
