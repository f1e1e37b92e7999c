import { fraction, readDecimal } from '../../bson';
import type { Fraction, NumberValue } from '../../bson';
import type { KeyWriter } from './key-writer';

/*
 * One sortable form for int, long, double and decimal: a sign byte, then the magnitude, its bits turned over when
 * negative. The magnitude is the largest double not above it, then 00 when that is exact, else 01 and how far beyond
 * the double it lies, in 2^-192 of the distance to the next double. Decimals outside the range of doubles go on with
 * their exponent and digits.
 */
const signs = { nan: 0, negative: 1, zero: 2, positive: 3 } as const;
const exact = 0;
const beyond = 1;
const huge = 2;
const correctionBits = 192n;
const image = Buffer.alloc(8);

/** Writes the key of a number: equal numbers of different types have equal keys. */
export const writeNumberKey = (writer: KeyWriter, number: NumberValue): void => {
  if (number.type === 'int' || number.type === 'double') {
    writeMachineNumber(writer, number.value);
    return;
  }
  const value = fraction(number);
  if (value === 'nan') writer.byte(signs.nan);
  else if (value === 'infinity') writeMachineNumber(writer, Infinity);
  else if (value === '-infinity') writeMachineNumber(writer, -Infinity);
  else writeFraction(writer, value, number);
};

const writeMachineNumber = (writer: KeyWriter, value: number): void => {
  if (Number.isNaN(value)) writer.byte(signs.nan);
  else if (value === 0) writer.byte(signs.zero);
  else
    writeSigned(writer, value < 0, () => {
      writer.double(Math.abs(value));
      writer.byte(exact);
    });
};

const writeSigned = (writer: KeyWriter, negative: boolean, magnitude: () => void): void => {
  writer.byte(negative ? signs.negative : signs.positive);
  const start = writer.length;
  magnitude();
  if (negative) writer.invert(start);
};

const writeFraction = (writer: KeyWriter, { numerator, denominator }: Fraction, number: NumberValue): void => {
  if (numerator === 0n) {
    writer.byte(signs.zero);
    return;
  }
  const magnitude = { numerator: numerator < 0n ? -numerator : numerator, denominator };
  writeSigned(writer, numerator < 0n, () => {
    writeMagnitude(writer, magnitude, number);
  });
};

const writeMagnitude = (writer: KeyWriter, magnitude: Fraction, number: NumberValue): void => {
  const floor = floorDouble(magnitude);
  writer.double(floor);
  const step = exactly(next(floor) === Infinity ? floor - previous(floor) : next(floor) - floor);
  const base = exactly(floor);
  const excess = {
    numerator: magnitude.numerator * base.denominator - base.numerator * magnitude.denominator,
    denominator: magnitude.denominator * base.denominator,
  };
  if (excess.numerator === 0n) {
    writer.byte(exact);
    return;
  }
  const correction = ((excess.numerator * step.denominator) << correctionBits) / (excess.denominator * step.numerator);
  if (correction >> correctionBits !== 0n) {
    writer.byte(huge);
    writeDecimalDigits(writer, number);
    return;
  }
  writer.byte(beyond);
  for (let shift = 128n; shift >= 0n; shift -= 64n) writer.uint64((correction >> shift) & 0xffff_ffff_ffff_ffffn);
  if (correction === 0n) writeDecimalDigits(writer, number);
};

/** Decimal exponent of the first digit, then the digits: orders magnitudes that no double separates. */
const writeDecimalDigits = (writer: KeyWriter, number: NumberValue): void => {
  if (number.type !== 'decimal') return;
  const decimal = readDecimal(number.value);
  if (decimal.kind !== 'finite') return;
  const digits = decimal.coefficient.toString();
  writer.uint32(decimal.exponent + digits.length + 10_000);
  writer.text(digits.replace(/0+$/, ''));
};

const exactly = (value: number): Fraction => {
  const result = fraction({ type: 'double', value });
  if (typeof result !== 'object') throw new RangeError('not a finite number');
  return result;
};

const next = (value: number): number => neighbour(value, 1n);
const previous = (value: number): number => neighbour(value, -1n);

const neighbour = (value: number, by: bigint): number => {
  image.writeDoubleBE(value);
  image.writeBigUInt64BE(image.readBigUInt64BE() + by);
  return image.readDoubleBE();
};

const notAbove = (double: number, { numerator, denominator }: Fraction): boolean => {
  if (double === Infinity) return false;
  const candidate = exactly(double);
  return candidate.numerator * denominator <= numerator * candidate.denominator;
};

/** The largest double not above a positive magnitude: a first guess, then a walk of a step or two. */
const floorDouble = (magnitude: Fraction): number => {
  let guess = roughly(magnitude);
  while (!notAbove(guess, magnitude)) guess = previous(guess);
  while (notAbove(next(guess), magnitude)) guess = next(guess);
  return guess;
};

const roughly = ({ numerator, denominator }: Fraction): number => {
  const shift = BigInt(numerator.toString(2).length - denominator.toString(2).length - 60);
  const scaled = shift >= 0n ? numerator / (denominator << shift) : (numerator << -shift) / denominator;
  const power = Number(shift);
  if (power > 1100) return Number.MAX_VALUE;
  const value = Number(scaled) * 2 ** Math.max(power, -1000) * 2 ** Math.min(power + 1000, 0);
  return value === Infinity ? Number.MAX_VALUE : value;
};
