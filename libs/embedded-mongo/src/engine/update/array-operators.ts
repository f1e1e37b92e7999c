import { Document, List, sameValue } from '../../bson';
import type { Value } from '../../bson';
import { describeValue } from '../collection/describe-value';
import { matches, testElement } from '../match/matches';
import { isOperators, parseFilter } from '../match/parse-filter';
import { parseOperators } from '../match/parse-operators';
import { wholeNumber } from '../match/whole-number';
import { refuse } from '../mongo-error';
import { parseSort } from '../query/sort';
import type { FieldOperator } from './field-operators';

const listValue = (items: readonly Value[]): Value => ({ type: 'array', value: List.of(items) });

const requireArray = (operator: string, path: string, current: Value, document: Document): readonly Value[] => {
  if (current.type === 'array') return current.value.items;
  const id = document.get('_id');
  throw refuse(
    'BadValue',
    operator === '$push' || operator === '$addToSet'
      ? `The field '${path}' must be an array but is of type ${current.type} in document {_id: ${id ? describeValue(id) : 'none'}}`
      : `Cannot apply ${operator} to a non-array value`,
  );
};

const eachOf = (operator: string, operand: Value): readonly Value[] | undefined => {
  const each = operand.type === 'object' ? operand.value.get('$each') : undefined;
  if (!each) return undefined;
  if (each.type !== 'array')
    throw refuse('BadValue', `The argument to $each in ${operator} must be an array but it was of type: ${each.type}`);
  return each.value.items;
};

const integerOption = (options: Document, name: string): number | undefined => {
  const value = options.get(name);
  if (!value) return undefined;
  const whole = wholeNumber(value);
  if (whole === undefined)
    throw refuse('BadValue', `The value for ${name} must be an integer value but was given type: ${value.type}`);
  return Number(whole);
};

const push: FieldOperator = (operand, path) => {
  const each = eachOf('$push', operand);
  if (!each || operand.type !== 'object')
    return (current, document) =>
      listValue([...(current ? requireArray('$push', path, current, document) : []), operand]);
  for (const name of operand.value.fields.keys())
    if (!['$each', '$position', '$slice', '$sort'].includes(name))
      throw refuse('BadValue', `Unrecognized clause in $push: ${name}`);
  const position = integerOption(operand.value, '$position');
  const slice = integerOption(operand.value, '$slice');
  const order = sorter(operand.value.get('$sort'));
  return (current, document) => {
    const items = [...(current ? requireArray('$push', path, current, document) : [])];
    items.splice(position ?? items.length, 0, ...each);
    if (order) items.sort(order);
    return listValue(slice === undefined ? items : slice >= 0 ? items.slice(0, slice) : items.slice(slice));
  };
};

const sorter = (sort: Value | undefined): ((left: Value, right: Value) => number) | undefined => {
  if (!sort) return undefined;
  return parseSort(sort).compareItems;
};

const addToSet: FieldOperator = (operand, path) => {
  const added = eachOf('$addToSet', operand) ?? [operand];
  return (current, document) => {
    const items = current ? requireArray('$addToSet', path, current, document) : [];
    const kept = [...items];
    for (const item of added) if (!kept.some((other) => sameValue(other, item))) kept.push(item);
    return current && kept.length === items.length ? current : listValue(kept);
  };
};

const removing =
  (operator: string, unwanted: (item: Value) => boolean): ReturnType<FieldOperator> =>
  (current, document) => {
    if (!current) return undefined;
    const items = requireArray(operator, '', current, document);
    const kept = items.filter((item) => !unwanted(item));
    return kept.length === items.length ? current : listValue(kept);
  };

const pull: FieldOperator = (operand) => {
  if (operand.type === 'object' && isOperators(operand)) {
    const tests = parseOperators(operand.value, parseFilter);
    return removing('$pull', (item) => tests.every((test) => testElement(test, item)));
  }
  if (operand.type === 'regex') {
    const [test] = parseOperators(regexOperators(operand), parseFilter);
    return removing('$pull', (item) => test !== undefined && testElement(test, item));
  }
  if (operand.type !== 'object') return removing('$pull', (item) => sameValue(item, operand));
  const condition = parseFilter(operand.value);
  return removing('$pull', (item) => item.type === 'object' && matches(condition, item.value));
};

const regexOperators = (regex: Value): Document => Document.empty.with('$regex', regex);

const pullAll: FieldOperator = (operand) => {
  if (operand.type !== 'array')
    throw refuse('BadValue', `$pullAll requires an array argument but was given a ${operand.type}`);
  const unwanted = operand.value.items;
  return removing('$pullAll', (item) => unwanted.some((other) => sameValue(other, item)));
};

const pop: FieldOperator = (operand, path) => {
  const end = wholeNumber(operand);
  if (end !== 1n && end !== -1n)
    throw refuse('FailedToParse', `$pop expects 1 or -1, found: ${describeValue(operand)}`);
  return (current) => {
    if (!current) return undefined;
    if (current.type !== 'array')
      throw refuse('TypeMismatch', `Path '${path}' contains an element of non-array type '${current.type}'`);
    const items = current.value.items;
    if (items.length === 0) return current;
    return listValue(end === 1n ? items.slice(0, -1) : items.slice(1));
  };
};

/** The operators that change an array. */
export const arrayOperators: Readonly<Record<string, FieldOperator>> = {
  $push: push,
  $addToSet: addToSet,
  $pull: pull,
  $pullAll: pullAll,
  $pop: pop,
};
