import { nullValue } from '../../bson';
import type { Document, Value } from '../../bson';
import type { Index } from '../catalog/index-spec';
import { fieldsKey } from '../keys/keys';
import type { Direction } from '../keys/keys';
import { refuse } from '../mongo-error';

/** One entry of an index for a document: the values in the index's order, and their key. */
export type IndexEntry = { readonly values: readonly Value[]; readonly key: Buffer; readonly whole: boolean };

/** A field of the index being resolved: the value reached so far and the names still to follow; -1 names means done. */
type Slot = { readonly value: Value; readonly rest: readonly string[]; readonly settled: boolean };

const directionsOf = new WeakMap<
  Index,
  { readonly paths: readonly (readonly string[])[]; readonly directions: readonly Direction[] }
>();

const shapeOf = (
  index: Index,
): { readonly paths: readonly (readonly string[])[]; readonly directions: readonly Direction[] } => {
  const known = directionsOf.get(index);
  if (known) return known;
  const shape = {
    paths: index.fields.map((field) => field.path.split('.')),
    directions: index.fields.map((field) => field.direction),
  };
  directionsOf.set(index, shape);
  return shape;
};

/** The entries of a document in an index: several when an indexed field is an array, none when a sparse index skips it. */
export const indexEntries = (document: Document, index: Index): readonly IndexEntry[] => {
  const { paths, directions } = shapeOf(index);
  const root: Value = { type: 'object', value: document };
  if (index.sparse && !paths.some((path) => present(root, path))) return [];
  const entries = new Map<string, IndexEntry>();
  for (const values of expand(paths.map((rest) => advance({ value: root, rest, settled: false })))) {
    const { key, whole } = fieldsKey(values, directions);
    entries.set(key.toString('latin1'), { values, key, whole });
  }
  return [...entries.values()];
};

const present = (value: Value | undefined, [name, ...rest]: readonly string[]): boolean => {
  if (!value) return false;
  if (name === undefined) return true;
  if (value.type === 'object') return present(value.value.get(name), rest);
  if (value.type !== 'array') return false;
  return (
    present(itemNamed(value, name), rest) ||
    value.value.items.some((item) => item.type === 'object' && present(item, [name, ...rest]))
  );
};

const itemNamed = (list: Extract<Value, { type: 'array' }>, name: string): Value | undefined =>
  /^(0|[1-9]\d*)$/.test(name) ? list.value.items[Number(name)] : undefined;

/** Follows the names until they end or an array has to be taken apart. */
const advance = (slot: Slot): Slot => {
  let { value, rest } = slot;
  for (;;) {
    const [name, ...others] = rest;
    if (name === undefined) return { value, rest, settled: value.type !== 'array' };
    if (value.type === 'array') {
      const item = itemNamed(value, name);
      if (!item) return { value, rest, settled: false };
      value = item;
    } else if (value.type === 'object') value = value.value.get(name) ?? nullValue;
    else return { value: nullValue, rest: [], settled: true };
    rest = others;
  }
};

const expand = (slots: readonly Slot[]): readonly (readonly Value[])[] => {
  const arrays = slots.flatMap(({ settled, value }) => (!settled && value.type === 'array' ? [value.value] : []));
  const [list] = arrays;
  if (!list) return [slots.map((slot) => slot.value)];
  if (!arrays.every((other) => other.isSame(list)))
    throw refuse('CannotIndexParallelArrays', 'cannot index parallel arrays');
  const items: readonly Value[] = list.items.length === 0 ? [{ type: 'undefined' }] : list.items;
  return items.flatMap((item) =>
    expand(slots.map((slot) => (!slot.settled && slot.value.type === 'array' ? intoItem(slot, item) : slot))),
  );
};

/** An item at the end of a path is taken as it is, even when it is an array itself. */
const intoItem = (slot: Slot, item: Value): Slot =>
  slot.rest.length === 0
    ? { value: item, rest: [], settled: true }
    : item.type === 'object'
      ? advance({ value: item, rest: slot.rest, settled: false })
      : { value: nullValue, rest: [], settled: true };
