import { addNumbers, decimalValue, double, fitsLong, int, isNumber, long, toDecimal, toDouble } from '../../bson';
import type { NumberValue, Value } from '../../bson';
import type { Accumulate } from './accumulators';

/** Sums numbers and skips everything else: integers exactly, doubles with Neumaier's compensation, decimals as decimals. */
export const sumOf = (): Accumulate => {
  let whole = 0n;
  let ints = true;
  let real: { sum: number; lost: number } | undefined;
  let decimal: NumberValue | undefined;
  return {
    add: (value) => {
      if (!value || !isNumber(value)) return;
      if (value.type === 'decimal') decimal = decimal ? (addNumbers(decimal, value) as NumberValue) : value;
      else if (value.type === 'double') real = compensated(real ?? { sum: 0, lost: 0 }, value.value);
      else {
        whole += BigInt(value.value);
        ints &&= value.type === 'int';
      }
    },
    result: () => total(whole, ints, real, decimal),
  };
};

const compensated = ({ sum, lost }: { sum: number; lost: number }, value: number): { sum: number; lost: number } => {
  const next = sum + value;
  const error = Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
  return { sum: next, lost: Number.isFinite(next) ? lost + error : 0 };
};

const total = (
  whole: bigint,
  ints: boolean,
  real: { sum: number; lost: number } | undefined,
  decimal: NumberValue | undefined,
): Value => {
  const integer = wholeValue(whole, ints);
  if (decimal) {
    const exact = decimalValue(toDecimal(integer)) as NumberValue;
    const sum = addNumbers(decimal, exact) as NumberValue;
    return real ? addNumbers(sum, { type: 'double', value: real.sum + real.lost }) : sum;
  }
  return real ? double(real.sum + real.lost + toDouble(integer)) : integer;
};

const wholeValue = (whole: bigint, ints: boolean): NumberValue => {
  if (ints && whole >= -(2n ** 31n) && whole < 2n ** 31n) return int(Number(whole)) as NumberValue;
  return (fitsLong(whole) ? long(whole) : double(Number(whole))) as NumberValue;
};
