import { compareValues, nullValue } from '../../bson';
import type { Document, Value } from '../../bson';
import { refuse } from '../mongo-error';
import { wholeNumber } from '../match/whole-number';
import type { Direction } from '../keys/keys';
import { someAtPath } from '../match/path-values';

/** A parsed sort: its fields in order, and how it compares documents by the keys it takes from them. */
export type Sort = {
  readonly fields: readonly { readonly path: string; readonly direction: Direction }[];
  readonly keyOf: (document: Document) => readonly Value[];
  readonly compareKeys: (left: readonly Value[], right: readonly Value[]) => number;
  /** Whether a document comes before one with these keys; takes no more of its own keys than tell. */
  readonly isBefore: (document: Document, keys: readonly Value[]) => boolean;
  /** Compares array items, for $push with $sort. */
  readonly compareItems: (left: Value, right: Value) => number;
};

const directionOf = (value: Value): Direction => {
  const whole = wholeNumber(value);
  if (whole !== 1n && whole !== -1n) throw refuse('BadValue', 'Sort direction must be 1 or -1');
  return whole === 1n ? 1 : -1;
};

/** Reads a sort: a document of directions, or a bare direction for array items. */
export const parseSort = (sort: Value): Sort => {
  if (sort.type !== 'object') {
    const direction = directionOf(sort);
    return sortBy([], (left, right) => compareValues(left, right) * direction);
  }
  const fields = [...sort.value.fields].map(([path, value]) => {
    if (path === '' || (path.startsWith('$') && path !== '$natural'))
      throw refuse('BadValue', "FieldPath field names may not start with '$'. Consider using $getField or $setField.");
    return { path, direction: directionOf(value) };
  });
  const by = sortBy(fields, () => 0);
  return {
    ...by,
    compareItems: (left, right) => by.compareKeys(keysOfItem(fields, left), keysOfItem(fields, right)),
  };
};

const sortBy = (fields: Sort['fields'], compareItems: Sort['compareItems']): Sort => {
  const paths = fields.map(({ path, direction }) => ({ path: path.split('.'), direction }));
  return {
    fields,
    compareItems,
    keyOf: (document) =>
      paths.map(({ path, direction }) => extreme({ type: 'object', value: document }, path, direction)),
    isBefore: (document, keys) => {
      const root: Value = { type: 'object', value: document };
      for (const [index, { path, direction }] of paths.entries()) {
        const order = compareValues(extreme(root, path, direction), keys[index] ?? nullValue);
        if (order !== 0) return order * direction < 0;
      }
      return false;
    },
    compareKeys: (left, right) => {
      for (const [index, { direction }] of paths.entries()) {
        const order = compareValues(left[index] ?? nullValue, right[index] ?? nullValue);
        if (order !== 0) return order * direction;
      }
      return 0;
    },
  };
};

const keysOfItem = (fields: Sort['fields'], item: Value): readonly Value[] =>
  fields.map(({ path, direction }) => extreme(item, path.split('.'), direction));

/** Of several values at a path, ascending sorts take the smallest and descending ones the greatest. */
const extreme = (root: Value, path: readonly string[], direction: Direction): Value => {
  let found: Value | undefined;
  const consider = (value: Value): void => {
    if (!found || compareValues(value, found) * direction < 0) found = value;
  };
  someAtPath(root, path, 0, (value) => {
    if (value?.type !== 'array') consider(value ?? nullValue);
    else if (value.value.items.length === 0) consider({ type: 'undefined' });
    else value.value.items.forEach(consider);
    return false;
  });
  return found ?? nullValue;
};
