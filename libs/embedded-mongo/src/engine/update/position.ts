import { Document } from '../../bson';
import type { Value } from '../../bson';
import { matches, testElement } from '../match/matches';
import type { Predicate } from '../match/predicate';
import type { Position } from './concrete-paths';

/** Where the filter met an item of an array: what `$` in an update stands for. */
export const positionIn = (predicate: Predicate): Position => {
  const conditions = pathConditions(predicate);
  return (array, items) => {
    for (const { path, test } of conditions) {
      if (!array.every((name, index) => path[index] === name)) continue;
      const rest = path.slice(array.length);
      const at = items.findIndex((item) => meets(item, rest, test));
      if (at >= 0) return at;
    }
    return undefined;
  };
};

type PathCondition = Extract<Predicate, { kind: 'path' }>;

const pathConditions = (predicate: Predicate): readonly PathCondition[] => {
  if (predicate.kind === 'path') return [predicate];
  return predicate.kind === 'and' || predicate.kind === 'or' ? predicate.of.flatMap(pathConditions) : [];
};

const meets = (item: Value, rest: readonly string[], test: PathCondition['test']): boolean => {
  if (test.kind === 'elementDocument' && rest.length === 0)
    return item.type === 'object' && matches(test.of, item.value);
  if (test.kind === 'elementValue' && rest.length === 0) return test.tests.every((part) => testElement(part, item));
  if (rest.length === 0) return testElement(test, item);
  const wrapped = Document.of([['item', item]]);
  return matches({ kind: 'path', path: ['item', ...rest], test }, wrapped);
};
