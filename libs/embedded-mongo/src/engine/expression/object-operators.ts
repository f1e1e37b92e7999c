import { Document, nullValue } from '../../bson';
import type { Value } from '../../bson';
import { refuseAt } from '../mongo-error';
import { namedOperands, unary, withArguments } from './arguments';
import { fieldList } from './array-operators';
import type { Operator } from './expression';
import { isNothing } from './truth';

const requireDocument = (operator: string, value: Value): Document => {
  if (value.type !== 'object')
    throw refuseAt(40400, `${operator} requires object inputs, but input is of type ${value.type}`);
  return value.value;
};

const constantText = (operator: string, value: Value | undefined): string => {
  const literal = value?.type === 'object' ? value.value.get('$literal') : value;
  if (literal?.type !== 'string')
    throw refuseAt(5654602, `${operator} requires 'field' to evaluate to a constant string`);
  return literal.value;
};

/** Documents: merging, reading and writing single fields. */
export const objects: Record<string, Operator> = {
  $mergeObjects: withArguments(0, Infinity, (values) => ({
    type: 'object',
    value: Document.of(
      values.flatMap((value) => (isNothing(value) ? [] : [...requireDocument('$mergeObjects', value).fields])),
    ),
  })),
  $objectToArray: unary((value) => fieldList(requireDocument('$objectToArray', value))),
  $getField: (operand, compile) => {
    const named =
      operand.type === 'object' && operand.value.has('field')
        ? namedOperands('$getField', operand, ['field', 'input'], ['field'])
        : undefined;
    const name = constantText('$getField', named ? named.get('field') : operand);
    const source = named?.get('input');
    const input = source ? compile(source) : undefined;
    return (scope) => {
      const value = input ? input(scope) : scope.root;
      return value?.type === 'object' ? value.value.get(name) : isNothing(value) ? value : undefined;
    };
  },
  $setField: (operand, compile) => {
    const named = namedOperands('$setField', operand, ['field', 'input', 'value'], ['field', 'input', 'value']);
    const name = constantText('$setField', named.get('field'));
    const input = compile(named.get('input') ?? nullValue);
    const field = compile(named.get('value') ?? nullValue);
    return (scope) => {
      const target = input(scope);
      if (isNothing(target)) return nullValue;
      const document = requireDocument('$setField', target);
      const value = field(scope);
      return { type: 'object', value: value ? document.with(name, value) : document.without(name) };
    };
  },
  $unsetField: (operand, compile) => {
    const named = namedOperands('$unsetField', operand, ['field', 'input'], ['field', 'input']);
    const name = constantText('$unsetField', named.get('field'));
    const input = compile(named.get('input') ?? nullValue);
    return (scope) => {
      const target = input(scope);
      return isNothing(target)
        ? nullValue
        : { type: 'object', value: requireDocument('$unsetField', target).without(name) };
    };
  },
};
