import { readDecimal, writeDecimal } from './decimal';
import type { Decimal } from './decimal';
import { fraction } from './fraction';
import { double, int, long } from './value';
import type { NumberValue, Value } from './value';

const smallestInt = -(2n ** 31n);
const largestInt = 2n ** 31n - 1n;
const smallestLong = -(2n ** 63n);
const largestLong = 2n ** 63n - 1n;

/** Whether the integer fits 64 bits. */
export const fitsLong = (value: bigint): boolean => value >= smallestLong && value <= largestLong;

/** An integer as int when both operands were and it fits, else as long, else as double. */
const integer = (value: bigint, ints: boolean): Value => {
  if (ints && value >= smallestInt && value <= largestInt) return int(Number(value));
  return fitsLong(value) ? long(value) : double(Number(value));
};

/** A number as double, rounded when it has to be. */
export const toDouble = (value: NumberValue): number => {
  if (value.type !== 'decimal') return Number(value.value);
  const exact = fraction(value);
  if (exact === 'nan') return NaN;
  if (typeof exact !== 'object') return exact === 'infinity' ? Infinity : -Infinity;
  const decimal = readDecimal(value.value);
  return decimal.kind === 'finite'
    ? Number(`${decimal.negative ? '-' : ''}${decimal.coefficient}e${decimal.exponent}`)
    : NaN;
};

/** A number as Decimal128; doubles keep 15 significant digits, as in MongoDB. */
export const toDecimal = (value: NumberValue): Decimal => {
  if (value.type === 'decimal') return readDecimal(value.value);
  if (value.type === 'double') return decimalOfDouble(value.value);
  const whole = BigInt(value.value);
  return { kind: 'finite', negative: whole < 0n, coefficient: whole < 0n ? -whole : whole, exponent: 0 };
};

const decimalOfDouble = (value: number): Decimal => {
  if (Number.isNaN(value)) return { kind: 'nan' };
  if (!Number.isFinite(value)) return { kind: 'infinity', negative: value < 0 };
  const [digits = '0', power = '0'] = Math.abs(value).toExponential(14).split('e');
  const trimmed = digits.replace('.', '');
  return { kind: 'finite', negative: value < 0, coefficient: BigInt(trimmed), exponent: Number(power) - 14 };
};

/** The value of a decimal. */
export const decimalValue = (decimal: Decimal): Value => ({ type: 'decimal', value: writeDecimal(decimal) });

type Whole = Extract<NumberValue, { type: 'int' | 'long' }>;
const isWhole = (value: NumberValue): value is Whole => value.type === 'int' || value.type === 'long';

const calculate = (
  left: NumberValue,
  right: NumberValue,
  whole: (left: bigint, right: bigint) => bigint,
  real: (left: number, right: number) => number,
  exact: (left: Decimal, right: Decimal) => Decimal,
): Value => {
  if (left.type === 'decimal' || right.type === 'decimal')
    return decimalValue(exact(toDecimal(left), toDecimal(right)));
  if (isWhole(left) && isWhole(right))
    return integer(whole(BigInt(left.value), BigInt(right.value)), left.type === 'int' && right.type === 'int');
  return double(real(toDouble(left), toDouble(right)));
};

type Finite = Extract<Decimal, { kind: 'finite' }>;

const signed = ({ negative, coefficient }: Finite): bigint => (negative ? -coefficient : coefficient);

const finite = (coefficient: bigint, exponent: number): Decimal => ({
  kind: 'finite',
  negative: coefficient < 0n,
  coefficient: coefficient < 0n ? -coefficient : coefficient,
  exponent,
});

const addDecimals = (left: Decimal, right: Decimal): Decimal => {
  if (left.kind !== 'finite' || right.kind !== 'finite') {
    if (left.kind === 'infinity' && right.kind === 'infinity' && left.negative !== right.negative)
      return { kind: 'nan' };
    return left.kind === 'nan' || (left.kind === 'infinity' && right.kind !== 'nan')
      ? left
      : right.kind === 'finite'
        ? left
        : right;
  }
  const exponent = Math.min(left.exponent, right.exponent);
  const scale = (value: Finite): bigint => signed(value) * 10n ** BigInt(value.exponent - exponent);
  return finite(scale(left) + scale(right), exponent);
};

const negate = (value: Decimal): Decimal => (value.kind === 'nan' ? value : { ...value, negative: !value.negative });

const multiplyDecimals = (left: Decimal, right: Decimal): Decimal => {
  if (left.kind === 'finite' && right.kind === 'finite')
    return finite(signed(left) * signed(right), left.exponent + right.exponent);
  if (left.kind === 'nan' || right.kind === 'nan' || isZero(left) || isZero(right)) return { kind: 'nan' };
  return { kind: 'infinity', negative: left.negative !== right.negative };
};

const isZero = (value: Decimal): boolean => value.kind === 'finite' && value.coefficient === 0n;

const divideDecimals = (left: Decimal, right: Decimal): Decimal => {
  if (left.kind !== 'finite' || right.kind !== 'finite' || isZero(right)) return { kind: 'nan' };
  // Forty more digits than the quotient needs; writing rounds to 34.
  const scaled = (signed(left) * 10n ** 74n) / signed(right);
  const reduced = trimZeros(scaled, left.exponent - right.exponent - 74);
  return finite(reduced.coefficient, reduced.exponent);
};

const trimZeros = (
  coefficient: bigint,
  exponent: number,
): { readonly coefficient: bigint; readonly exponent: number } => {
  let trimmed = coefficient;
  let scale = exponent;
  while (trimmed !== 0n && scale < 0 && trimmed % 10n === 0n) {
    trimmed /= 10n;
    scale += 1;
  }
  return { coefficient: trimmed, exponent: scale };
};

/** Sum in the wider type of the two; int grows to long, long to double. */
export const addNumbers = (left: NumberValue, right: NumberValue): Value =>
  calculate(
    left,
    right,
    (a, b) => a + b,
    (a, b) => a + b,
    addDecimals,
  );

/** Difference in the wider type of the two. */
export const subtractNumbers = (left: NumberValue, right: NumberValue): Value =>
  calculate(
    left,
    right,
    (a, b) => a - b,
    (a, b) => a - b,
    (a, b) => addDecimals(a, negate(b)),
  );

/** Product in the wider type of the two. */
export const multiplyNumbers = (left: NumberValue, right: NumberValue): Value =>
  calculate(
    left,
    right,
    (a, b) => a * b,
    (a, b) => a * b,
    multiplyDecimals,
  );

/** Quotient: a double, or a decimal when one operand is. The divisor must not be zero. */
export const divideNumbers = (left: NumberValue, right: NumberValue): Value =>
  left.type === 'decimal' || right.type === 'decimal'
    ? decimalValue(divideDecimals(toDecimal(left), toDecimal(right)))
    : double(toDouble(left) / toDouble(right));

/** Remainder with the sign of the dividend. The divisor must not be zero. */
export const remainderOf = (left: NumberValue, right: NumberValue): Value =>
  calculate(
    left,
    right,
    (a, b) => a % b,
    (a, b) => a % b,
    (a, b) => {
      if (a.kind !== 'finite' || b.kind !== 'finite') return { kind: 'nan' };
      const exponent = Math.min(a.exponent, b.exponent);
      const scale = (value: Finite): bigint => signed(value) * 10n ** BigInt(value.exponent - exponent);
      return finite(scale(a) % scale(b), exponent);
    },
  );

/** Whether the number is zero, of whatever type and sign. */
export const isZeroNumber = (value: NumberValue): boolean =>
  value.type === 'decimal' ? isZero(readDecimal(value.value)) : Number(value.value) === 0;
