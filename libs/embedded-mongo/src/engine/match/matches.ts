import { compareValues, isNumber, sameValue, typeRanks } from '../../bson';
import type { Document, Value } from '../../bson';
import { truth } from '../expression/truth';
import { someAtPath } from './path-values';
import type { Comparison, Predicate, Test } from './predicate';
import { wholeNumber } from './whole-number';

/** Whether the document is what the filter asks for. */
export const matches = (predicate: Predicate, document: Document): boolean =>
  matchesValue(predicate, { type: 'object', value: document });

const matchesValue = (predicate: Predicate, root: Value): boolean => {
  switch (predicate.kind) {
    case 'and':
      return predicate.of.every((part) => matchesValue(part, root));
    case 'or':
      return predicate.of.some((part) => matchesValue(part, root));
    case 'nor':
      return !predicate.of.some((part) => matchesValue(part, root));
    case 'path':
      return testPath(predicate.test, root, predicate.path);
    case 'expression':
      return truth(predicate.evaluate({ root, variables: new Map() }));
    case 'constant':
      return predicate.value;
  }
};

const testPath = (test: Test, root: Value, path: readonly string[]): boolean => {
  if (test.kind === 'not') return !testPath(test.test, root, path);
  if (test.kind === 'all') return test.of.every((part) => testPath(part, root, path));
  return someAtPath(root, path, 0, (value) => testReached(test, value));
};

/** Tests what a path reached: the value itself, or one of its items when it is an array. */
const testReached = (test: Test, value: Value | undefined): boolean => {
  if (test.kind === 'not') return !testReached(test.test, value);
  if (test.kind === 'all') return test.of.every((part) => testReached(part, value));
  if (testValue(test, value)) return true;
  if (value?.type !== 'array' || !looksIntoArrays(test)) return false;
  return value.value.items.some((item) => testValue(test, item));
};

const looksIntoArrays = (test: Test): boolean =>
  test.kind !== 'size' && test.kind !== 'exists' && test.kind !== 'elementDocument' && test.kind !== 'elementValue';

const testValue = (test: Exclude<Test, { kind: 'not' | 'all' }>, value: Value | undefined): boolean => {
  switch (test.kind) {
    case 'eq':
    case 'gt':
    case 'gte':
    case 'lt':
    case 'lte':
      return compares(test.kind, value, test.value);
    case 'in':
      return (
        test.values.some((wanted) => compares('eq', value, wanted)) ||
        test.patterns.some((pattern) => fits(pattern, value))
      );
    case 'exists':
      return value !== undefined;
    case 'type':
      return value !== undefined && test.types.has(value.type);
    case 'size':
      return value?.type === 'array' && value.value.items.length === test.size;
    case 'mod': {
      const number = value && wholeNumber(value);
      return number !== undefined && number % test.divisor === test.remainder;
    }
    case 'regex':
      return fits(test.pattern, value) || (value?.type === 'regex' && sameValue(value, test.source));
    case 'bits':
      return value !== undefined && testBits(value, test.mask, test.all, test.set);
    case 'elementDocument':
      return (
        value?.type === 'array' && value.value.items.some((item) => isContainer(item) && matchesValue(test.of, item))
      );
    case 'elementValue':
      return (
        value?.type === 'array' && value.value.items.some((item) => test.tests.every((part) => testElement(part, item)))
      );
  }
};

/** Whether an array item, taken as a value of its own, passes: what $elemMatch with operators and $pull ask. */
export const testElement = (test: Test, item: Value): boolean => testReached(test, item);

const isContainer = (value: Value): boolean => value.type === 'object' || value.type === 'array';

const fits = (pattern: RegExp, value: Value | undefined): boolean =>
  (value?.type === 'string' || value?.type === 'symbol') && pattern.test(value.value);

/** Comparisons keep to values of the same kind: 5 < "a" is neither true nor false. MinKey and MaxKey compare with all. */
const compares = (operator: Comparison, value: Value | undefined, wanted: Value): boolean => {
  const nothing = value === undefined || value.type === 'undefined' || value.type === 'null';
  if (wanted.type === 'null') return nothing && inclusive(operator);
  if (value === undefined) return false;
  if (wanted.type === 'minKey' || wanted.type === 'maxKey') return holds(operator, compareValues(value, wanted));
  if (typeRanks[value.type] !== typeRanks[wanted.type]) return false;
  if (isNumber(value) && isNumber(wanted) && (isNan(value) || isNan(wanted)))
    return isNan(value) && isNan(wanted) && inclusive(operator);
  return holds(operator, compareValues(value, wanted));
};

const inclusive = (operator: Comparison): boolean => operator === 'eq' || operator === 'gte' || operator === 'lte';

const isNan = (value: Value): boolean =>
  (value.type === 'double' && Number.isNaN(value.value)) ||
  (value.type === 'decimal' && (value.value[15] ?? 0) >> 2 === 31);

const holds = (operator: Comparison, order: number): boolean => {
  switch (operator) {
    case 'eq':
      return order === 0;
    case 'gt':
      return order > 0;
    case 'gte':
      return order >= 0;
    case 'lt':
      return order < 0;
    case 'lte':
      return order <= 0;
  }
};

const testBits = (value: Value, mask: bigint, all: boolean, set: boolean): boolean => {
  const bits = bitsOf(value);
  if (bits === undefined) return false;
  const chosen = (set ? bits : ~bits) & mask;
  return all ? chosen === mask : chosen !== 0n;
};

const bitsOf = (value: Value): bigint | undefined => {
  if (value.type === 'binData') return BigInt(`0x0${Buffer.from(value.value).reverse().toString('hex')}`);
  if (!isNumber(value)) return undefined;
  const number = wholeNumber(value);
  if (number === undefined || (value.type === 'double' && !Number.isInteger(value.value))) return undefined;
  return number;
};
