import {
  addNumbers,
  date,
  divideNumbers,
  double,
  int,
  isNumber,
  isZeroNumber,
  long,
  multiplyNumbers,
  nullValue,
  remainderOf,
  subtractNumbers,
  toDouble,
} from '../../bson';
import type { NumberValue, Value } from '../../bson';
import { wholeNumber } from '../match/whole-number';
import { refuseAt } from '../mongo-error';
import { unary, withArguments, withValues } from './arguments';
import type { Operator } from './expression';
import { isNothing } from './truth';
import { roundNumber, truncateNumber } from './rounding';

const requireNumber = (operator: string, value: Value | undefined): NumberValue => {
  if (!value || !isNumber(value))
    throw refuseAt(28765, `${operator} only supports numeric types, not ${value?.type ?? 'missing'}`);
  return value;
};

const addition = withValues(0, Infinity, (values) => {
  const dates = values.filter((value) => value.type === 'date');
  if (dates.length > 1) throw refuseAt(16612, 'only one date allowed in an $add expression');
  const sum = values
    .filter((value) => value.type !== 'date')
    .reduce<Value>((total, value) => addNumbers(requireNumber('$add', total), requireNumber('$add', value)), int(0));
  const [start] = dates;
  return start?.type === 'date' ? date(start.value + (wholeNumber(sum) ?? 0n)) : sum;
});

const difference = withValues(2, 2, ([left = nullValue, right = nullValue]) => {
  if (left.type === 'date' && right.type === 'date') return long(left.value - right.value);
  if (left.type === 'date') return date(left.value - (wholeNumber(requireNumber('$subtract', right)) ?? 0n));
  return subtractNumbers(requireNumber('$subtract', left), requireNumber('$subtract', right));
});

const real = (operator: string, apply: (value: number) => number): Operator =>
  unary((value) => double(apply(toDouble(requireNumber(operator, value)))));

/** Arithmetic in the wider type of its operands. */
export const arithmetic: Record<string, Operator> = {
  $add: addition,
  $subtract: difference,
  $multiply: withValues(0, Infinity, (values) =>
    values.reduce<Value>(
      (total, value) => multiplyNumbers(requireNumber('$multiply', total), requireNumber('$multiply', value)),
      int(1),
    ),
  ),
  $divide: withValues(2, 2, ([left, right]) => {
    const divisor = requireNumber('$divide', right);
    if (isZeroNumber(divisor)) throw refuseAt(2, "can't $divide by zero");
    return divideNumbers(requireNumber('$divide', left), divisor);
  }),
  $mod: withValues(2, 2, ([left, right]) => {
    const divisor = requireNumber('$mod', right);
    if (isZeroNumber(divisor)) throw refuseAt(16610, "can't $mod by zero");
    return remainderOf(requireNumber('$mod', left), divisor);
  }),
  $abs: unary((value) => {
    const number = requireNumber('$abs', value);
    return toDouble(number) < 0 ? subtractNumbers(int(0) as NumberValue, number) : number;
  }),
  $ceil: unary((value) => roundNumber(requireNumber('$ceil', value), 0, 'ceil')),
  $floor: unary((value) => roundNumber(requireNumber('$floor', value), 0, 'floor')),
  $round: withArguments(1, 2, ([value, place]) =>
    isNothing(value)
      ? nullValue
      : roundNumber(requireNumber('$round', value), Number(place ? wholeNumber(place) : 0n), 'halfEven'),
  ),
  $trunc: withArguments(1, 2, ([value, place]) =>
    isNothing(value)
      ? nullValue
      : truncateNumber(requireNumber('$trunc', value), Number(place ? wholeNumber(place) : 0n)),
  ),
  $sqrt: real('$sqrt', Math.sqrt),
  $exp: real('$exp', Math.exp),
  $ln: real('$ln', Math.log),
  $log10: real('$log10', Math.log10),
  $pow: withValues(2, 2, ([base, exponent]) => {
    const result = toDouble(requireNumber('$pow', base)) ** toDouble(requireNumber('$pow', exponent));
    return base?.type === 'int' && exponent?.type === 'int' && Number.isSafeInteger(result)
      ? addNumbers(
          { type: 'int', value: 0 },
          Math.abs(result) < 2 ** 31 ? { type: 'int', value: result } : { type: 'long', value: BigInt(result) },
        )
      : double(result);
  }),
};
