import type { Predicate } from '../match/predicate';
import { hull, intervalsOf } from './intervals';
import type { Intervals } from './intervals';

/** What a filter asks of each field, as far as an index can tell; several entries for one field must all hold. */
export type Constraints = {
  readonly byPath: ReadonlyMap<string, readonly Intervals[]>;
  /** How many conditions the filter has in all: when an index covers as many exactly, nothing is left to check. */
  readonly conditions: number;
};

/** Collects the conditions that all must hold; of alternatives, the range around them. */
export const constraintsOf = (predicate: Predicate): Constraints => {
  const byPath = new Map<string, Intervals[]>();
  let conditions = 0;
  const collect = (part: Predicate): void => {
    if (part.kind === 'and') {
      part.of.forEach(collect);
      return;
    }
    conditions++;
    for (const [path, intervals] of single(part)) byPath.set(path, [...(byPath.get(path) ?? []), intervals]);
  };
  collect(predicate);
  return { byPath, conditions };
};

const single = (part: Predicate): readonly (readonly [string, Intervals])[] => {
  if (part.kind === 'path') {
    const intervals = intervalsOf(part.test);
    return intervals ? [[part.path.join('.'), intervals]] : [];
  }
  return part.kind === 'or' ? alternatives(part.of) : [];
};

const alternatives = (parts: readonly Predicate[]): readonly (readonly [string, Intervals])[] => {
  const [first, ...others] = parts.map((part) => constraintsOf(part).byPath);
  if (!first) return [];
  return [...first].flatMap(([path, [intervals]]): readonly (readonly [string, Intervals])[] => {
    const theirs = others.map((other) => other.get(path)?.[0]);
    if (!intervals || theirs.includes(undefined)) return [];
    return [[path, theirs.reduce<Intervals>((around, other) => (other ? hull(around, other) : around), intervals)]];
  });
};
