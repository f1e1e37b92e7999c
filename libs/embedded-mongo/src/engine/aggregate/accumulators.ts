import { addNumbers, array, compareValues, divideNumbers, Document, int, isNumber, List, nullValue } from '../../bson';
import type { NumberValue, Value } from '../../bson';
import type { Evaluate } from '../expression/expression';
import { isNothing } from '../expression/truth';
import { valueKey } from '../keys/keys';
import { sumOf } from './exact-sum';
import { percentiles } from './percentile';
import { nAccumulators } from './n-accumulators';
import { deviation } from './deviation';

/** A running total. */
export type Accumulate = { readonly add: (value: Value | undefined) => void; readonly result: () => Value };

/** Compiles an accumulator of $group: what to evaluate for each document, and how to begin a total. */
export type Accumulator = (
  operand: Value,
  compile: (value: Value) => Evaluate,
) => { readonly evaluate: Evaluate; readonly start: () => Accumulate };

const simple =
  (start: () => Accumulate): Accumulator =>
  (operand, compile) => ({ evaluate: compile(operand), start });

const average = (): Accumulate => {
  const sum = sumOf();
  let count = 0;
  return {
    add: (value) => {
      if (!value || !isNumber(value)) return;
      sum.add(value);
      count++;
    },
    result: () => (count === 0 ? nullValue : divideNumbers(sum.result() as NumberValue, int(count) as NumberValue)),
  };
};

const extreme = (sign: -1 | 1) => (): Accumulate => {
  let found: Value | undefined;
  return {
    add: (value) => {
      if (isNothing(value)) return;
      if (!found || Math.sign(compareValues(value, found)) === sign) found = value;
    },
    result: () => found ?? nullValue,
  };
};

const first = (): Accumulate => {
  let found: Value | undefined;
  return { add: (value) => (found ??= value ?? nullValue), result: () => found ?? nullValue };
};

const last = (): Accumulate => {
  let found: Value | undefined;
  return { add: (value) => (found = value), result: () => found ?? nullValue };
};

const collect = (): Accumulate => {
  const items: Value[] = [];
  return {
    add: (value) => {
      if (value) items.push(value);
    },
    result: () => array(List.of(items)),
  };
};

const collectSet = (): Accumulate => {
  const items = new Map<string, Value>();
  return {
    add: (value) => {
      if (!value) return;
      const key = valueKey(value).toString('latin1');
      if (!items.has(key)) items.set(key, value);
    },
    result: () => array(List.of([...items.values()])),
  };
};

const merge = (): Accumulate => {
  const fields = new Map<string, Value>();
  return {
    add: (value) => {
      if (value?.type === 'object') for (const [name, field] of value.value.fields) fields.set(name, field);
    },
    result: () => ({ type: 'object', value: Document.ofMap(fields) }),
  };
};

const count: Accumulator = () => ({
  evaluate: () => int(1),
  start: () => {
    let total = int(0) as NumberValue;
    return { add: (value) => (total = addNumbers(total, value as NumberValue) as NumberValue), result: () => total };
  },
});

const known: Readonly<Record<string, Accumulator>> = {
  $sum: simple(sumOf),
  $avg: simple(average),
  $min: simple(extreme(-1)),
  $max: simple(extreme(1)),
  $first: simple(first),
  $last: simple(last),
  $push: simple(collect),
  $addToSet: simple(collectSet),
  $mergeObjects: simple(merge),
  $count: count,
  $stdDevPop: simple(() => deviation(0)),
  $stdDevSamp: simple(() => deviation(1)),
  ...percentiles,
  ...nAccumulators,
};

/** The accumulator of that name. */
export const accumulator = (name: string): Accumulator | undefined =>
  Object.hasOwn(known, name) ? known[name] : undefined;
