import { Document, List, nullValue } from '../../bson';
import type { Value } from '../../bson';
import { describeValue } from '../collection/describe-value';
import { refuse } from '../mongo-error';

const index = /^(0|[1-9]\d*)$/;
/** How far beyond its end an array may be written at, as in MongoDB. */
const mostPadding = 1_500_000;

/** Applies `change` to what `path` names and returns the new whole; the same object when nothing changed. */
export const changeAt = (
  value: Value | undefined,
  path: readonly string[],
  at: number,
  change: (current: Value | undefined) => Value | undefined,
  creates: boolean,
): Value | undefined => {
  const name = path[at];
  if (name === undefined) return change(value);
  if (value === undefined) return creates ? build(path, at, change) : undefined;
  if (value.type === 'object') return changeField(value, name, path, at, change, creates);
  if (value.type === 'array' && index.test(name)) return changeItem(value, Number(name), path, at, change, creates);
  if (!creates) return value;
  throw refuse(
    'PathNotViable',
    `Cannot create field '${name}' in element {${path[at - 1] ?? ''}: ${describeValue(value)}}`,
  );
};

const build = (
  path: readonly string[],
  at: number,
  change: (current: undefined) => Value | undefined,
): Value | undefined => {
  const innermost = change(undefined);
  if (innermost === undefined) return undefined;
  return path
    .slice(at)
    .reduceRight<Value>((value, name) => ({ type: 'object', value: Document.of([[name, value]]) }), innermost);
};

const changeField = (
  value: Extract<Value, { type: 'object' }>,
  name: string,
  path: readonly string[],
  at: number,
  change: (current: Value | undefined) => Value | undefined,
  creates: boolean,
): Value => {
  const current = value.value.get(name);
  const changed = changeAt(current, path, at + 1, change, creates);
  if (changed === current) return value;
  return { type: 'object', value: changed ? value.value.with(name, changed) : value.value.without(name) };
};

const changeItem = (
  value: Extract<Value, { type: 'array' }>,
  position: number,
  path: readonly string[],
  at: number,
  change: (current: Value | undefined) => Value | undefined,
  creates: boolean,
): Value => {
  const items = value.value.items;
  const current = items[position];
  const changed = changeAt(current, path, at + 1, change, creates);
  if (changed === current) return value;
  if (position - items.length > mostPadding)
    throw refuse('BadValue', `can't backfill more than ${mostPadding} elements`);
  const copy = [...items];
  while (copy.length < position) copy.push(nullValue);
  // An item that is unset leaves null behind, so that the others keep their places.
  copy[position] = changed ?? nullValue;
  return { type: 'array', value: List.of(copy) };
};
