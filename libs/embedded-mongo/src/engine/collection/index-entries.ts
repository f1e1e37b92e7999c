import { nullValue } from '../../bson';
import type { Document, Value } from '../../bson';
import type { Index } from '../catalog/index-spec';
import { entryKeyOf } from '../keys/keys';
import type { Direction } from '../keys/keys';
import { refuse } from '../mongo-error';

/** One entry of an index for a document: the values in the index's order, and the key it is stored under. */
export type IndexEntry = { readonly values: readonly Value[]; readonly key: Buffer; readonly whole: boolean };

/** A field of the index being resolved: the value reached so far and the names still to follow; -1 names means done. */
type Slot = { readonly value: Value; readonly rest: readonly string[]; readonly settled: boolean };

type Shape = { readonly paths: readonly (readonly string[])[]; readonly directions: readonly Direction[] };

const shapes = new WeakMap<Index, Shape>();

const shapeOf = (index: Index): Shape => {
  const known = shapes.get(index);
  if (known) return known;
  const shape = {
    paths: index.fields.map((field) => field.path.split('.')),
    directions: index.fields.map((field) => field.direction),
  };
  shapes.set(index, shape);
  return shape;
};

const nothing = Buffer.alloc(0);

/**
 * The entries of a document in an index: several when an indexed field is an array, none when a sparse index skips it.
 * `id` is the key of its _id, with which the keys of all but unique indexes end.
 */
export const indexEntries = (document: Document, index: Index, id: Buffer): readonly IndexEntry[] => {
  const { paths, directions } = shapeOf(index);
  const suffix = index.unique ? nothing : id;
  const plain = plainValues(document, paths);
  if (plain) {
    if (index.sparse && plain.every((value) => value === undefined)) return [];
    const values = plain.map((value) => value ?? nullValue);
    return [{ values, ...entryKeyOf(index.space, values, directions, suffix) }];
  }
  const root: Value = { type: 'object', value: document };
  if (index.sparse && !paths.some((path) => present(root, path))) return [];
  const entries = new Map<string, IndexEntry>();
  for (const values of expand(paths.map((rest) => advance({ value: root, rest, settled: false })))) {
    const { key, whole } = entryKeyOf(index.space, values, directions, suffix);
    entries.set(key.toString('latin1'), { values, key, whole });
  }
  return [...entries.values()];
};

/** What each path leads to, undefined where the document lacks it; nothing at all when an array is on the way. */
const plainValues = (
  document: Document,
  paths: readonly (readonly string[])[],
): readonly (Value | undefined)[] | undefined => {
  const values: (Value | undefined)[] = [];
  for (const path of paths) {
    let value: Value | undefined = { type: 'object', value: document };
    for (const name of path) {
      value = value?.type === 'object' ? value.value.get(name) : undefined;
      if (value?.type === 'array') return undefined;
    }
    values.push(value);
  }
  return values;
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
