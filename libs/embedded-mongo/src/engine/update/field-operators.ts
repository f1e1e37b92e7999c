import { addNumbers, compareValues, date, isNumber, isZeroNumber, multiplyNumbers } from '../../bson';
import type { Document, NumberValue, Value } from '../../bson';
import { describeValue } from '../collection/describe-value';
import { wholeNumber } from '../match/whole-number';
import { refuse } from '../mongo-error';
import type { Change } from './modifier';

/** Builds the change an operator makes to one field from its operand there. */
export type FieldOperator = (operand: Value, path: string) => Change;

const zero: NumberValue = { type: 'int', value: 0 };

const arithmetic =
  (verb: string, operator: string, apply: (left: NumberValue, right: NumberValue) => Value): FieldOperator =>
  (operand, path) => {
    if (!isNumber(operand))
      throw refuse('TypeMismatch', `Cannot ${verb} with non-numeric argument: {${path}: ${describeValue(operand)}}`);
    return (current, document) => {
      if (current === undefined) return operator === '$mul' ? multiplyNumbers(operand, zero) : operand;
      if (!isNumber(current)) throw notNumeric(operator, path, current, document);
      const result = apply(current, operand);
      if (isWhole(current) && isWhole(operand) && result.type === 'double')
        throw refuse(
          'BadValue',
          `Failed to apply ${operator} operations to current value (${describeValue(current)}) for document {_id: ${idText(document)}}`,
        );
      return result;
    };
  };

const isWhole = (value: Value): boolean => value.type === 'int' || value.type === 'long';

const idText = (document: Document): string => {
  const id = document.get('_id');
  return id ? describeValue(id) : 'none';
};

const notNumeric = (operator: string, path: string, current: Value, document: Document): Error =>
  refuse(
    'TypeMismatch',
    `Cannot apply ${operator} to a value of non-numeric type. {_id: ${idText(document)}} has the field '${path.split('.').at(-1) ?? path}' of non-numeric type ${current.type}`,
  );

const bounded =
  (wanted: -1 | 1): FieldOperator =>
  (operand) =>
  (current) =>
    current === undefined || Math.sign(compareValues(operand, current)) === wanted ? operand : current;

const currentDate: FieldOperator = (operand) => {
  const kind = operand.type === 'object' ? operand.value.get('$type') : undefined;
  if (kind?.type === 'string' && kind.value === 'timestamp')
    return () => ({ type: 'timestamp', value: (BigInt(Math.floor(Date.now() / 1000)) << 32n) | 1n });
  const isDate = operand.type === 'bool' || (kind?.type === 'string' && kind.value === 'date');
  if (!isDate)
    throw refuse(
      'BadValue',
      "The '$type' string field is required to be 'date' or 'timestamp': {$currentDate: {field : {$type: 'date'}}}",
    );
  return () => date(BigInt(Date.now()));
};

const bitwise: FieldOperator = (operand, path) => {
  if (operand.type !== 'object' || operand.value.size === 0)
    throw refuse(
      'BadValue',
      `The $bit modifier is not compatible with a ${operand.type}. You must pass in an embedded document: {$bit: {field: {and/or/xor: #}}`,
    );
  const steps = [...operand.value.fields].map(([name, value]) => {
    const mask = value.type === 'int' || value.type === 'long' ? wholeNumber(value) : undefined;
    if (mask === undefined || !['and', 'or', 'xor'].includes(name))
      throw refuse(
        'BadValue',
        `The $bit modifier only supports 'and', 'or', and 'xor' with integers, not '${name}': ${describeValue(value)}`,
      );
    return { name, mask, long: value.type === 'long' };
  });
  return (current = zero, document) => {
    if (current.type !== 'int' && current.type !== 'long')
      throw refuse(
        'BadValue',
        `Cannot apply $bit to a value of non-integral type. {_id: ${idText(document)}} has the field ${path} of non-integer type ${current.type}`,
      );
    const bits = steps.reduce(
      (value, { name, mask }) => (name === 'and' ? value & mask : name === 'or' ? value | mask : value ^ mask),
      BigInt(current.value),
    );
    return current.type === 'long' || steps.some((step) => step.long)
      ? { type: 'long', value: BigInt.asIntN(64, bits) }
      : { type: 'int', value: Number(BigInt.asIntN(32, bits)) };
  };
};

/** The operators that change a field that is not an array. */
export const fieldOperators: Readonly<Record<string, FieldOperator>> = {
  $set: (operand) => () => operand,
  $setOnInsert: (operand) => () => operand,
  $unset: () => () => undefined,
  $inc: arithmetic('increment', '$inc', (left, right) =>
    isZeroNumber(right) && left.type === right.type ? left : addNumbers(left, right),
  ),
  $mul: arithmetic('multiply', '$mul', multiplyNumbers),
  $min: bounded(-1),
  $max: bounded(1),
  $currentDate: currentDate,
  $bit: bitwise,
};
