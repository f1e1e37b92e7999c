import { compareText, compareValues, isNumber, sameValue, typeRanks } from '../../bson';
import type { Document, Value } from '../../bson';
import { truth } from '../expression/truth';
import { someAtPath } from './path-values';
import type { Comparison, Predicate, Test } from './predicate';
import { wholeNumber } from './whole-number';

/** Tests a value, or that there is none. */
type Check = (value: Value | undefined) => boolean;

/** Whether a document is what the filter asks for. */
export type Matcher = (document: Document) => boolean;

/** A filter made ready for many documents. */
export const matcher = (predicate: Predicate): Matcher => {
  const check = ofRoot(predicate);
  return (document) => check({ type: 'object', value: document });
};

/** Whether the document is what the filter asks for. */
export const matches = (predicate: Predicate, document: Document): boolean => matcher(predicate)(document);

const ofRoot = (predicate: Predicate): ((root: Value) => boolean) => {
  switch (predicate.kind) {
    case 'and':
      return every(predicate.of.map(ofRoot));
    case 'or':
      return some(predicate.of.map(ofRoot));
    case 'nor': {
      const any = some(predicate.of.map(ofRoot));
      return (root) => !any(root);
    }
    case 'path':
      return atPath(predicate.test, predicate.path);
    case 'expression':
      return (root) => truth(predicate.evaluate({ root, variables: new Map() }));
    case 'constant':
      return () => predicate.value;
  }
};

const every =
  <T>(checks: readonly ((value: T) => boolean)[]) =>
  (value: T): boolean => {
    for (const check of checks) if (!check(value)) return false;
    return true;
  };

const some =
  <T>(checks: readonly ((value: T) => boolean)[]) =>
  (value: T): boolean => {
    for (const check of checks) if (check(value)) return true;
    return false;
  };

const atPath = (test: Test, path: readonly string[]): ((root: Value) => boolean) => {
  if (test.kind === 'not') {
    const inner = atPath(test.test, path);
    return (root) => !inner(root);
  }
  if (test.kind === 'all') return every(test.of.map((part) => atPath(part, path)));
  const reached = ofReached(test);
  const [name] = path;
  if (name === undefined || path.length > 1) return (root) => someAtPath(root, path, 0, reached);
  return (root) => (root.type === 'object' ? reached(root.value.get(name)) : someAtPath(root, path, 0, reached));
};

/** Tests what a path reached: the value itself, or one of its items when it is an array. */
const ofReached = (test: Test): Check => {
  if (test.kind === 'not') {
    const inner = ofReached(test.test);
    return (value) => !inner(value);
  }
  if (test.kind === 'all') return every(test.of.map(ofReached));
  const own = ofValue(test);
  if (!looksIntoArrays(test)) return own;
  return (value) => own(value) || (value?.type === 'array' && value.value.items.some(own));
};

const looksIntoArrays = (test: Test): boolean =>
  test.kind !== 'size' && test.kind !== 'exists' && test.kind !== 'elementDocument' && test.kind !== 'elementValue';

const ofValue = (test: Exclude<Test, { kind: 'not' | 'all' }>): Check => {
  switch (test.kind) {
    case 'eq':
    case 'gt':
    case 'gte':
    case 'lt':
    case 'lte':
      return comparison(test.kind, test.value);
    case 'in': {
      const wanted = some(test.values.map((value) => comparison('eq', value)));
      return (value) => wanted(value) || test.patterns.some((pattern) => fits(pattern, value));
    }
    case 'exists':
      return (value) => value !== undefined;
    case 'type':
      return (value) => value !== undefined && test.types.has(value.type);
    case 'size':
      return (value) => value?.type === 'array' && value.value.items.length === test.size;
    case 'mod':
      return (value) => {
        const number = value && wholeNumber(value);
        return number !== undefined && number % test.divisor === test.remainder;
      };
    case 'regex':
      return (value) => fits(test.pattern, value) || (value?.type === 'regex' && sameValue(value, test.source));
    case 'bits':
      return (value) => value !== undefined && testBits(value, test.mask, test.all, test.set);
    case 'elementDocument': {
      const inner = ofRoot(test.of);
      return (value) => value?.type === 'array' && value.value.items.some((item) => isContainer(item) && inner(item));
    }
    case 'elementValue': {
      const inner = every(test.tests.map(ofReached));
      return (value) => value?.type === 'array' && value.value.items.some(inner);
    }
  }
};

/** Whether an array item, taken as a value of its own, passes: what $elemMatch with operators and $pull ask. */
export const testElement = (test: Test, item: Value): boolean => ofReached(test)(item);

const isContainer = (value: Value): boolean => value.type === 'object' || value.type === 'array';

const fits = (pattern: RegExp, value: Value | undefined): boolean =>
  (value?.type === 'string' || value?.type === 'symbol') && pattern.test(value.value);

/** Comparisons keep to values of the same kind: 5 < "a" is neither true nor false. MinKey and MaxKey compare with all. */
const comparison = (operator: Comparison, wanted: Value): Check => {
  const holds = orders[operator];
  const compares: Check = (value) => {
    const nothing = value === undefined || value.type === 'undefined' || value.type === 'null';
    if (wanted.type === 'null') return nothing && inclusive(operator);
    if (value === undefined) return false;
    if (wanted.type === 'minKey' || wanted.type === 'maxKey') return holds(compareValues(value, wanted));
    if (typeRanks[value.type] !== typeRanks[wanted.type]) return false;
    if (isNumber(value) && isNumber(wanted) && (isNan(value) || isNan(wanted)))
      return isNan(value) && isNan(wanted) && inclusive(operator);
    return holds(compareValues(value, wanted));
  };
  // What is asked most often takes a short cut.
  if (wanted.type === 'string' && operator === 'eq')
    return (value) => (value?.type === 'string' ? value.value === wanted.value : compares(value));
  if (wanted.type === 'string')
    return (value) => (value?.type === 'string' ? holds(compareText(value.value, wanted.value)) : compares(value));
  if (wanted.type === 'int')
    return (value) => (value?.type === 'int' ? holds(value.value - wanted.value) : compares(value));
  return compares;
};

const orders: Readonly<Record<Comparison, (order: number) => boolean>> = {
  eq: (order) => order === 0,
  gt: (order) => order > 0,
  gte: (order) => order >= 0,
  lt: (order) => order < 0,
  lte: (order) => order <= 0,
};

const inclusive = (operator: Comparison): boolean => operator === 'eq' || operator === 'gte' || operator === 'lte';

const isNan = (value: Value): boolean =>
  (value.type === 'double' && Number.isNaN(value.value)) ||
  (value.type === 'decimal' && (value.value[15] ?? 0) >> 2 === 31);

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
