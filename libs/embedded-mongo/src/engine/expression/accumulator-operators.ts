import { isNumber, nullValue } from '../../bson';
import type { Value } from '../../bson';
import { accumulator } from '../aggregate/accumulators';
import { namedOperands, operandsOf } from './arguments';
import type { Operator } from './expression';
import { isNothing } from './truth';

/** An accumulator over its operands, or over the items of the one array it is given. */
const overOperands =
  (name: string): Operator =>
  (operand, compile) => {
    const evaluates = operandsOf(operand).map((part) => compile(part));
    const start = accumulator(name)?.(operand, compile).start;
    return (scope) => {
      const values = evaluates.map((evaluate) => evaluate(scope));
      const [only] = values;
      const total = start?.();
      for (const value of values.length === 1 && only?.type === 'array' ? only.value.items : values) total?.add(value);
      return total?.result() ?? nullValue;
    };
  };

/** $percentile, $median, $firstN and the like: an accumulator over the items of `input`. */
const overInput =
  (name: string): Operator =>
  (operand, compile) => {
    const input = compile(
      namedOperands(name, operand, ['input', 'p', 'method', 'n'], ['input']).get('input') ?? nullValue,
    );
    const start = accumulator(name)?.(operand, compile).start;
    return (scope) => {
      const value = input(scope);
      const total = start?.();
      for (const item of itemsOf(value)) total?.add(item);
      return total?.result() ?? nullValue;
    };
  };

const itemsOf = (value: Value | undefined): readonly Value[] => {
  if (isNothing(value)) return [];
  if (value.type === 'array') return value.value.items;
  return isNumber(value) ? [value] : [];
};

/** Accumulators as expressions of one document. */
export const accumulators: Record<string, Operator> = Object.fromEntries<Operator>([
  ...['$sum', '$avg', '$min', '$max', '$stdDevPop', '$stdDevSamp'].map((name) => [name, overOperands(name)] as const),
  ...['$percentile', '$median', '$firstN', '$lastN', '$minN', '$maxN'].map((name) => [name, overInput(name)] as const),
]);
