import { array, compareValues, List, nullValue } from '../../bson';
import type { Value } from '../../bson';
import { namedOperands } from '../expression/arguments';
import { isNothing } from '../expression/truth';
import { wholeNumber } from '../match/whole-number';
import { refuseAt } from '../mongo-error';
import type { Accumulate, Accumulator } from './accumulators';

const countOf = (value: Value | undefined): number => {
  const n = value && wholeNumber(value);
  if (n === undefined || n < 1n) throw refuseAt(5787908, "'n' must be greater than 0");
  return Number(n);
};

const several =
  (keep: (items: Value[], value: Value | undefined, n: number) => void): Accumulator =>
  (operand, compile) => {
    const named = namedOperands('accumulator', operand, ['input', 'n'], ['input', 'n']);
    const n = countOf(named.get('n'));
    return {
      evaluate: compile(named.get('input') ?? nullValue),
      start: (): Accumulate => {
        const items: Value[] = [];
        return {
          add: (value) => {
            keep(items, value, n);
          },
          result: () => array(List.of(items)),
        };
      },
    };
  };

const extremes = (sign: -1 | 1): Accumulator =>
  several((items, value, n) => {
    if (isNothing(value)) return;
    items.push(value);
    items.sort((left, right) => compareValues(left, right) * -sign);
    if (items.length > n) items.pop();
  });

/** The accumulators that keep several values. */
export const nAccumulators: Readonly<Record<string, Accumulator>> = {
  $firstN: several((items, value, n) => {
    if (items.length < n) items.push(value ?? nullValue);
  }),
  $lastN: several((items, value, n) => {
    items.push(value ?? nullValue);
    if (items.length > n) items.shift();
  }),
  $minN: extremes(-1),
  $maxN: extremes(1),
};
