import { array, bool, compareValues, Document, int, List, nullValue, sameValue, string } from '../../bson';
import type { Value } from '../../bson';
import { wholeNumber } from '../match/whole-number';
import { refuseAt } from '../mongo-error';
import { namedOperands, unary, withArguments, withValues } from './arguments';
import type { Operator, Scope } from './expression';
import { isNothing, truth } from './truth';

const requireItems = (operator: string, value: Value | undefined): readonly Value[] => {
  if (value?.type !== 'array')
    throw refuseAt(17124, `The argument to ${operator} must be an array, but was of type: ${value?.type ?? 'missing'}`);
  return value.value.items;
};

const list = (items: readonly Value[]): Value => array(List.of(items));

const integerOf = (operator: string, value: Value | undefined): number => {
  const whole = value && wholeNumber(value);
  if (whole === undefined) throw refuseAt(28690, `${operator} needs a whole number, not ${value?.type ?? 'missing'}`);
  return Number(whole);
};

const itemAt = (items: readonly Value[], index: number): Value | undefined => items.at(index);

const bind = (scope: Scope, values: Readonly<Record<string, Value | undefined>>): Scope => ({
  root: scope.root,
  variables: new Map([...scope.variables, ...Object.entries(values)]),
});

/** $map and $filter: the input list, the name each item is bound to, and the rest. */
const overItems =
  (
    operator: string,
    body: 'in' | 'cond',
    combine: (items: readonly Value[], results: readonly (Value | undefined)[]) => readonly Value[],
  ): Operator =>
  (operand, compile, variables) => {
    const named = namedOperands(operator, operand, ['input', 'as', body, 'limit'], ['input', body]);
    const as = named.get('as');
    const name = as?.type === 'string' ? as.value : 'this';
    const input = compile(named.get('input') ?? nullValue);
    const each = compile(named.get(body) ?? nullValue, new Map([...variables, [name, undefined]]));
    const limit = named.get('limit');
    const most = limit ? compile(limit) : undefined;
    return (scope) => {
      const value = input(scope);
      if (isNothing(value)) return nullValue;
      const items = requireItems(operator, value);
      const combined = combine(
        items,
        items.map((item) => each(bind(scope, { [name]: item }))),
      );
      const bound = most?.(scope);
      return list(isNothing(bound) ? combined : combined.slice(0, integerOf(operator, bound)));
    };
  };

/** Arrays: taking apart, building, searching, sorting. */
export const arrays: Record<string, Operator> = {
  $size: withArguments(1, 1, ([value]) => int(requireItems('$size', value).length)),
  $isArray: withArguments(1, 1, ([value]) => bool(value?.type === 'array')),
  $arrayElemAt: withValues(2, 2, ([value, index]) =>
    itemAt(requireItems('$arrayElemAt', value), integerOf('$arrayElemAt', index)),
  ),
  $first: unary((value) => itemAt(requireItems('$first', value), 0)),
  $last: unary((value) => itemAt(requireItems('$last', value), -1)),
  $in: withArguments(2, 2, ([wanted, value]) =>
    bool(requireItems('$in', value).some((item) => sameValue(item, wanted ?? { type: 'undefined' }))),
  ),
  $indexOfArray: withValues(2, 4, ([value, wanted, from, to]) => {
    const items = requireItems('$indexOfArray', value).slice(0, to ? integerOf('$indexOfArray', to) : undefined);
    const start = from ? integerOf('$indexOfArray', from) : 0;
    return int(items.findIndex((item, index) => index >= start && wanted !== undefined && sameValue(item, wanted)));
  }),
  $concatArrays: withValues(0, Infinity, (values) =>
    list(values.flatMap((value) => requireItems('$concatArrays', value))),
  ),
  $reverseArray: unary((value) => list([...requireItems('$reverseArray', value)].reverse())),
  $slice: withValues(2, 3, ([value, first, second]) => {
    const items = requireItems('$slice', value);
    const position = integerOf('$slice', first);
    if (!second) return list(position >= 0 ? items.slice(0, position) : items.slice(position));
    const start = position >= 0 ? position : Math.max(items.length + position, 0);
    return list(items.slice(start, start + integerOf('$slice', second)));
  }),
  $range: withValues(2, 3, ([start, end, step]) => {
    const by = step ? integerOf('$range', step) : 1;
    if (by === 0) throw refuseAt(34449, '$range requires a non-zero step value');
    const items: Value[] = [];
    const last = integerOf('$range', end);
    for (let at = integerOf('$range', start); by > 0 ? at < last : at > last; at += by) items.push(int(at));
    return list(items);
  }),
  $map: overItems('$map', 'in', (_items, results) => results.map((result) => result ?? nullValue)),
  $filter: overItems('$filter', 'cond', (items, results) => items.filter((_item, index) => truth(results[index]))),
  $reduce: (operand, compile, variables) => {
    const named = namedOperands('$reduce', operand, ['input', 'initialValue', 'in'], ['input', 'initialValue', 'in']);
    const input = compile(named.get('input') ?? nullValue);
    const initial = compile(named.get('initialValue') ?? nullValue);
    const step = compile(
      named.get('in') ?? nullValue,
      new Map([...variables, ['this', undefined], ['value', undefined]]),
    );
    return (scope) => {
      const value = input(scope);
      if (isNothing(value)) return nullValue;
      return requireItems('$reduce', value).reduce<Value | undefined>(
        (total, item) => step(bind(scope, { this: item, value: total })),
        initial(scope),
      );
    };
  },
  $zip: (operand, compile) => {
    const named = namedOperands('$zip', operand, ['inputs', 'useLongestLength', 'defaults'], ['inputs']);
    const inputs = compile(named.get('inputs') ?? nullValue);
    const longest = named.get('useLongestLength');
    return (scope) => {
      const lists = requireItems('$zip', inputs(scope));
      if (lists.some(isNothing)) return nullValue;
      const columns = lists.map((value) => requireItems('$zip', value));
      const lengths = columns.map((column) => column.length);
      const length = longest?.type === 'bool' && longest.value ? Math.max(...lengths) : Math.min(...lengths);
      return list(Array.from({ length }, (_unused, row) => list(columns.map((column) => column[row] ?? nullValue))));
    };
  },
  $sortArray: (operand, compile) => {
    const named = namedOperands('$sortArray', operand, ['input', 'sortBy'], ['input', 'sortBy']);
    const input = compile(named.get('input') ?? nullValue);
    const by = named.get('sortBy');
    return (scope) => {
      const value = input(scope);
      return isNothing(value)
        ? nullValue
        : list([...requireItems('$sortArray', value)].sort((left, right) => compareBy(by, left, right)));
    };
  },
  $arrayToObject: unary((value) => ({
    type: 'object',
    value: Document.of(requireItems('$arrayToObject', value).map(pairOf)),
  })),
};

const pairOf = (item: Value): readonly [string, Value] => {
  const [key, value] =
    item.type === 'array' ? item.value.items : item.type === 'object' ? [item.value.get('k'), item.value.get('v')] : [];
  if (key?.type !== 'string') throw refuseAt(40386, '$arrayToObject needs pairs whose keys are strings');
  return [key.value, value ?? nullValue];
};

const compareBy = (by: Value | undefined, left: Value, right: Value): number => {
  if (by?.type !== 'object') return compareValues(left, right) * (by && wholeNumber(by) === -1n ? -1 : 1);
  for (const [name, direction] of by.value.fields) {
    const field = (value: Value): Value => (value.type === 'object' ? (value.value.get(name) ?? nullValue) : nullValue);
    const order = compareValues(field(left), field(right)) * (wholeNumber(direction) === -1n ? -1 : 1);
    if (order !== 0) return order;
  }
  return 0;
};

/** A document as the list of its fields, each `{ k, v }`. */
export const fieldList = (document: Document): Value =>
  list(
    [...document.fields].map(([name, value]) => ({
      type: 'object',
      value: Document.of([
        ['k', string(name)],
        ['v', value],
      ]),
    })),
  );
