import { Document } from '../../bson';
import type { Value } from '../../bson';
import { describeValue } from '../collection/describe-value';
import { matches } from '../match/matches';
import type { Predicate } from '../match/predicate';
import { refuse } from '../mongo-error';

/** Array filters by the identifier their paths begin with; the filter sees an item under that name. */
export type ArrayFilters = ReadonlyMap<string, Predicate>;

/** Finds the index `$` stands for in the array at a path; undefined when the filter matched no item of it. */
export type Position = (array: readonly string[], items: readonly Value[]) => number | undefined;

/** Replaces `$`, `$[]` and `$[name]` in a path by the indexes they stand for in this document. */
export const concretePaths = (
  document: Document,
  path: readonly string[],
  position: Position,
  filters: ArrayFilters,
): readonly (readonly string[])[] => {
  if (!path.some((name) => name.startsWith('$'))) return [path];
  return expand({ type: 'object', value: document }, path, [], position, filters);
};

const expand = (
  value: Value | undefined,
  rest: readonly string[],
  done: readonly string[],
  position: Position,
  filters: ArrayFilters,
): readonly (readonly string[])[] => {
  const [name, ...others] = rest;
  if (name === undefined) return [done];
  if (name !== '$' && !name.startsWith('$[')) {
    const next =
      value?.type === 'object'
        ? value.value.get(name)
        : value?.type === 'array'
          ? value.value.items[Number(name)]
          : undefined;
    return expand(next, others, [...done, name], position, filters);
  }
  if (name === '$') return expandPosition(value, others, done, position, filters);
  if (value === undefined || value.type !== 'array')
    throw refuse(
      'BadValue',
      value
        ? `Cannot apply array updates to non-array element ${done.at(-1) ?? ''}: ${describeValue(value)}`
        : `The path '${done.join('.')}' must exist in the document in order to apply array updates.`,
    );
  const filter = name === '$[]' ? undefined : filters.get(name.slice(2, -1));
  return value.value.items.flatMap((item, at) =>
    !filter || matches(filter, under(name.slice(2, -1), item))
      ? expand(item, others, [...done, String(at)], position, filters)
      : [],
  );
};

const under = (name: string, item: Value): Document => Document.of([[name, item]]);

const expandPosition = (
  value: Value | undefined,
  others: readonly string[],
  done: readonly string[],
  position: Position,
  filters: ArrayFilters,
): readonly (readonly string[])[] => {
  const items = value?.type === 'array' ? value.value.items : [];
  const at = position(done, items);
  if (at === undefined)
    throw refuse('BadValue', 'The positional operator did not find the match needed from the query.');
  return expand(items[at], others, [...done, String(at)], position, filters);
};
