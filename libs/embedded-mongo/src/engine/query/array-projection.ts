import { Document, List } from '../../bson';
import type { Value } from '../../bson';
import { matches } from '../match/matches';
import type { Predicate } from '../match/predicate';
import { wholeNumber } from '../match/whole-number';
import { refuseAt } from '../mongo-error';
import { changeAt } from '../update/change-at';
import { positionIn } from '../update/position';

/** A projection of find that cuts an array: $slice, $elemMatch, or the positional `$`. */
export type ArrayProjection = {
  readonly path: string;
  /** Whether it makes the projection an inclusive one. */
  readonly includes: boolean;
  readonly apply: (current: Document, original: Document) => Document;
};

/** Reads one of the array projections; undefined when the entry is none. */
export const arrayProjection = (
  path: string,
  value: Value,
  filter: Document,
  parse: (filter: Document) => Predicate,
): ArrayProjection | undefined => {
  if (path.endsWith('.$')) return positional(path.slice(0, -2), parse(filter));
  if (value.type !== 'object') return undefined;
  const slice = value.value.get('$slice');
  if (slice && isFindSlice(slice)) return { path, includes: false, apply: cutting(path, slicer(slice)) };
  const condition = value.value.get('$elemMatch');
  if (condition?.type !== 'object') return undefined;
  const predicate = parse(Document.of([['item', { type: 'object', value: Document.of([['$elemMatch', condition]]) }]]));
  const fits = (item: Value): boolean =>
    matches(predicate, Document.of([['item', { type: 'array', value: List.of([item]) }]]));
  return {
    path,
    includes: true,
    apply: cutting(path, (items) => {
      const item = items.find(fits);
      return item && [item];
    }),
  };
};

/** With an expression as its first operand, $slice is the aggregation operator. */
const isFindSlice = (slice: Value): boolean =>
  wholeNumber(slice) !== undefined ||
  (slice.type === 'array' && slice.value.items.every((item) => wholeNumber(item) !== undefined));

const slicer = (slice: Value): ((items: readonly Value[]) => readonly Value[]) => {
  const [first = 0, second] = (slice.type === 'array' ? slice.value.items : [slice]).map((item) =>
    Number(wholeNumber(item) ?? 0n),
  );
  if (second === undefined) return (items) => (first >= 0 ? items.slice(0, first) : items.slice(first));
  if (second <= 0) throw refuseAt(28724, 'Third argument to $slice must be positive');
  return (items) => {
    const start = first >= 0 ? first : Math.max(items.length + first, 0);
    return items.slice(start, start + second);
  };
};

const cutting =
  (path: string, cut: (items: readonly Value[]) => readonly Value[] | undefined) =>
  (current: Document): Document => {
    const changed = changeAt(
      { type: 'object', value: current },
      path.split('.'),
      0,
      (value) => {
        if (value?.type !== 'array') return value;
        const kept = cut(value.value.items);
        return kept && { type: 'array', value: List.of(kept) };
      },
      false,
    );
    return changed?.type === 'object' ? changed.value : current;
  };

const positional = (path: string, predicate: Predicate): ArrayProjection => {
  const position = positionIn(predicate);
  return {
    path,
    includes: true,
    apply: cutting(path, (items) => {
      const at = position(path.split('.'), items);
      const item = at === undefined ? undefined : items[at];
      if (!item)
        throw refuseAt(
          51246,
          "Executor error during find command :: caused by :: positional operator '.$' couldn't find a matching element in the array",
        );
      return [item];
    }),
  };
};
