import { decimalValue, double, fraction, readDecimal } from '../../bson';
import type { NumberValue, Value } from '../../bson';

/** Which way a number goes that lies between two. */
type Mode = 'ceil' | 'floor' | 'halfEven' | 'truncate';

const divide = (numerator: bigint, denominator: bigint, mode: Mode): bigint => {
  const quotient = numerator / denominator;
  const remainder = numerator % denominator;
  if (remainder === 0n || mode === 'truncate') return quotient;
  const away = numerator < 0n ? -1n : 1n;
  if (mode === 'ceil') return away > 0n ? quotient + 1n : quotient;
  if (mode === 'floor') return away > 0n ? quotient : quotient - 1n;
  const twice = (remainder < 0n ? -remainder : remainder) * 2n;
  return twice > denominator || (twice === denominator && quotient % 2n !== 0n) ? quotient + away : quotient;
};

/** Rounds to `place` decimal places (negative: tens, hundreds), exactly, keeping the type. */
export const roundNumber = (number: NumberValue, place: number, mode: Mode): Value => {
  const exact = fraction(number);
  if (typeof exact !== 'object') return number;
  const up = 10n ** BigInt(Math.max(place, 0));
  const down = 10n ** BigInt(Math.max(-place, 0));
  const scaled = divide(exact.numerator * up, exact.denominator * down, mode) * down;
  switch (number.type) {
    case 'int':
      return place >= 0 ? number : { type: 'int', value: Number(scaled) };
    case 'long':
      return place >= 0 ? number : { type: 'long', value: scaled };
    case 'double':
      return double(Number(`${scaled}e${-Math.max(place, 0)}`));
    case 'decimal': {
      const decimal = readDecimal(number.value);
      return decimalValue({
        kind: 'finite',
        negative: decimal.kind === 'finite' && decimal.negative,
        coefficient: scaled < 0n ? -scaled : scaled,
        exponent: -Math.max(place, 0),
      });
    }
  }
};

/** Cuts off beyond `place` decimal places. */
export const truncateNumber = (number: NumberValue, place: number): Value => roundNumber(number, place, 'truncate');
