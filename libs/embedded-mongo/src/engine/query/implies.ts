import { sameValue } from '../../bson';
import { testElement } from '../match/matches';
import type { Predicate, Test } from '../match/predicate';

/** Whether every document the filter finds is surely in a partial index with that predicate; when in doubt, not. */
export const implies = (filter: Predicate, partial: Predicate): boolean => {
  if (partial.kind === 'and') return partial.of.every((part) => implies(filter, part));
  if (partial.kind !== 'path') return false;
  return conditionsAt(filter, partial.path.join('.')).some((test) => testImplies(test, partial.test));
};

const conditionsAt = (filter: Predicate, path: string): readonly Test[] => {
  if (filter.kind === 'and') return filter.of.flatMap((part) => conditionsAt(part, path));
  return filter.kind === 'path' && filter.path.join('.') === path ? [filter.test] : [];
};

const testImplies = (test: Test, partial: Test): boolean => {
  if (test.kind === 'eq' && test.value.type !== 'null' && test.value.type !== 'array')
    return partial.kind === 'exists' || testElement(partial, test.value);
  if (
    test.kind === 'in' &&
    test.patterns.length === 0 &&
    test.values.every(({ type }) => type !== 'null' && type !== 'array')
  )
    return partial.kind === 'exists' || test.values.every((value) => testElement(partial, value));
  if (isOrder(test) && test.value.type !== 'null') {
    if (partial.kind === 'exists') return true;
    if (isOrder(partial)) return stricter(test, partial);
  }
  return test.kind === partial.kind && sameTest(test, partial);
};

type Order = Extract<Test, { kind: 'eq' | 'gt' | 'gte' | 'lt' | 'lte' }>;

const isOrder = (test: Test): test is Order =>
  test.kind === 'gt' || test.kind === 'gte' || test.kind === 'lt' || test.kind === 'lte' || test.kind === 'eq';

const stricter = (test: Order, partial: Order): boolean =>
  test.kind.slice(0, 2) === partial.kind.slice(0, 2) &&
  (testElement(partial, test.value) ||
    (test.kind === partial.kind && sameValue(test.value, partial.value)) ||
    (test.kind.length === 2 &&
      testElement({ ...partial, kind: partial.kind.startsWith('g') ? 'gte' : 'lte' }, test.value)));

const sameTest = (test: Test, partial: Test): boolean => {
  if (isOrder(test) && isOrder(partial)) return sameValue(test.value, partial.value);
  return test.kind === 'exists';
};
