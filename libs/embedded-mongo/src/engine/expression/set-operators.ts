import { array, bool, List, sameValue } from '../../bson';
import type { Value } from '../../bson';
import { refuseAt } from '../mongo-error';
import { withArguments, withValues } from './arguments';
import type { Operator } from './expression';
import { truth } from './truth';

const itemsOf = (operator: string, value: Value | undefined): readonly Value[] => {
  if (value?.type !== 'array')
    throw refuseAt(
      17041,
      `All operands of ${operator} must be arrays. One argument is of type: ${value?.type ?? 'missing'}`,
    );
  return value.value.items;
};

const has = (items: readonly Value[], value: Value): boolean => items.some((item) => sameValue(item, value));

/** The items without repetition, in the order of their first appearance. */
export const distinctItems = (items: readonly Value[]): readonly Value[] =>
  items.reduce<Value[]>((kept, item) => {
    if (!has(kept, item)) kept.push(item);
    return kept;
  }, []);

/** Arrays as sets. */
export const sets: Record<string, Operator> = {
  $setUnion: withValues(0, Infinity, (values) =>
    array(List.of(distinctItems(values.flatMap((value) => itemsOf('$setUnion', value))))),
  ),
  $setIntersection: withValues(0, Infinity, ([first, ...others]) =>
    array(
      List.of(
        first
          ? distinctItems(itemsOf('$setIntersection', first)).filter((item) =>
              others.every((other) => has(itemsOf('$setIntersection', other), item)),
            )
          : [],
      ),
    ),
  ),
  $setDifference: withValues(2, 2, ([left, right]) =>
    array(
      List.of(
        distinctItems(itemsOf('$setDifference', left)).filter((item) => !has(itemsOf('$setDifference', right), item)),
      ),
    ),
  ),
  $setIsSubset: withArguments(2, 2, ([left, right]) =>
    bool(itemsOf('$setIsSubset', left).every((item) => has(itemsOf('$setIsSubset', right), item))),
  ),
  $setEquals: withArguments(2, Infinity, ([first, ...others]) => {
    const items = itemsOf('$setEquals', first);
    return bool(
      others.every((other) => {
        const theirs = itemsOf('$setEquals', other);
        return items.every((item) => has(theirs, item)) && theirs.every((item) => has(items, item));
      }),
    );
  }),
  $anyElementTrue: withArguments(1, 1, ([value]) => bool(itemsOf('$anyElementTrue', value).some(truth))),
  $allElementsTrue: withArguments(1, 1, ([value]) => bool(itemsOf('$allElementsTrue', value).every(truth))),
};
