import { array, double, isNumber, List, nullValue, toDouble } from '../../bson';
import type { Value } from '../../bson';
import { namedOperands } from '../expression/arguments';
import { refuse } from '../mongo-error';
import type { Accumulate, Accumulator } from './accumulators';

/** The value at rank ceil(p * n), counted from one: exact, and always one of the values. */
export const percentileOf = (sortedNumbers: readonly number[], p: number): number | undefined =>
  sortedNumbers[Math.max(Math.ceil(p * sortedNumbers.length) - 1, 0)];

const numbers = (finish: (sorted: readonly number[]) => Value): Accumulate => {
  const values: number[] = [];
  return {
    add: (value) => {
      if (value && isNumber(value)) values.push(toDouble(value));
    },
    result: () => finish([...Float64Array.from(values).sort()]),
  };
};

const valueAtPercentile = (sorted: readonly number[], p: number): Value => {
  const found = percentileOf(sorted, p);
  return found === undefined ? nullValue : double(found);
};

const requireMethod = (value: Value | undefined): void => {
  if (value?.type !== 'string' || value.value !== 'approximate')
    throw refuse('BadValue', "Currently only 'approximate' can be used as percentile 'method'.");
};

const requirePercentages = (value: Value | undefined): readonly number[] => {
  const items = value?.type === 'array' ? value.value.items : [];
  const percentages = items.map((item) => (isNumber(item) ? toDouble(item) : NaN));
  if (percentages.length === 0 || percentages.some((p) => !(p >= 0 && p <= 1)))
    throw refuse('BadValue', "The $percentile 'p' field must be an array of numbers from [0.0, 1.0]");
  return percentages;
};

/** $percentile and $median as accumulators. MongoDB approximates by t-digest; this node answers the discrete percentile itself. */
export const percentiles: Readonly<Record<string, Accumulator>> = {
  $percentile: (operand, compile) => {
    const named = namedOperands('$percentile', operand, ['input', 'p', 'method'], ['input', 'p', 'method']);
    requireMethod(named.get('method'));
    const percentages = requirePercentages(named.get('p'));
    return {
      evaluate: compile(named.get('input') ?? nullValue),
      start: () => numbers((sorted) => array(List.of(percentages.map((p) => valueAtPercentile(sorted, p))))),
    };
  },
  $median: (operand, compile) => {
    const named = namedOperands('$median', operand, ['input', 'method'], ['input', 'method']);
    requireMethod(named.get('method'));
    return {
      evaluate: compile(named.get('input') ?? nullValue),
      start: () => numbers((sorted) => valueAtPercentile(sorted, 0.5)),
    };
  },
};
