import { nullValue } from '../../bson';
import type { Value } from '../../bson';
import { refuseAt } from '../mongo-error';
import type { Evaluate, Operator } from './expression';
import { isNothing } from './truth';

/** The operands of an operator: the items of an array, or the one value given without. */
export const operandsOf = (operand: Value): readonly Value[] =>
  operand.type === 'array' ? operand.value.items : [operand];

/** An operator that evaluates all its operands first. */
export const withArguments =
  (least: number, most: number, apply: (values: readonly (Value | undefined)[]) => Value | undefined): Operator =>
  (operand, compile) => {
    const evaluates = operandsOf(operand).map((item) => compile(item));
    if (evaluates.length < least || evaluates.length > most)
      throw refuseAt(
        16020,
        `Expression takes ${least === most ? `exactly ${least}` : `${least} to ${most}`} arguments. ${evaluates.length} were passed in.`,
      );
    return (scope) => apply(evaluates.map((evaluate) => evaluate(scope)));
  };

/** As `withArguments`, answering null as soon as an operand is null or missing. */
export const withValues = (
  least: number,
  most: number,
  apply: (values: readonly Value[]) => Value | undefined,
): Operator =>
  withArguments(least, most, (values) => {
    const present: Value[] = [];
    for (const value of values) {
      if (isNothing(value)) return nullValue;
      present.push(value);
    }
    return apply(present);
  });

/** An operator of one operand that is null for null. */
export const unary = (apply: (value: Value) => Value | undefined): Operator =>
  withValues(1, 1, ([value]) => (value ? apply(value) : nullValue));

/** The named operands of an operator that takes a document. */
export const namedOperands = (
  operator: string,
  operand: Value,
  allowed: readonly string[],
  required: readonly string[],
): ReadonlyMap<string, Value> => {
  if (operand.type !== 'object') throw refuseAt(28646, `${operator} only supports an object as its argument`);
  for (const name of operand.value.fields.keys())
    if (!allowed.includes(name)) throw refuseAt(28647, `Unrecognized parameter to ${operator}: ${name}`);
  for (const name of required)
    if (!operand.value.has(name)) throw refuseAt(28648, `Missing '${name}' parameter to ${operator}`);
  return operand.value.fields;
};

/** An operand that may be absent: evaluates to missing then. */
export const absent: Evaluate = () => undefined;
