import type { Document, Value } from '../../bson';
import { describeValue } from '../collection/describe-value';
import type { Variables } from '../expression/expression';
import { parseFilter } from '../match/parse-filter';
import type { Predicate } from '../match/predicate';
import { refuse } from '../mongo-error';
import { compilePipelineUpdate } from './pipeline-update';
import type { PipelineUpdate } from './pipeline-update';
import { arrayOperators } from './array-operators';
import type { ArrayFilters } from './concrete-paths';
import { fieldOperators } from './field-operators';
import type { Modifier } from './modifier';

/** What an update statement asks for. */
export type Update =
  | { readonly kind: 'replacement'; readonly document: Document }
  | {
      readonly kind: 'modifiers';
      readonly modifiers: readonly Modifier[];
      readonly renames: readonly Rename[];
      readonly filters: ArrayFilters;
    }
  | { readonly kind: 'pipeline'; readonly run: PipelineUpdate };

/** A field that moves. */
export type Rename = { readonly from: readonly string[]; readonly to: readonly string[] };

/** Reads the update of a statement; unknown operators and contradictory paths are refused. */
export const parseUpdate = (update: Value, arrayFilters: readonly Document[], variables: Variables): Update => {
  if (update.type === 'array') return { kind: 'pipeline', run: compilePipelineUpdate(update.value.items, variables) };
  if (update.type !== 'object') throw refuse('FailedToParse', 'Update argument must be either an object or an array');
  if (update.value.firstName?.startsWith('$') !== true) {
    if (arrayFilters.length > 0)
      throw refuse('FailedToParse', 'Cannot specify arrayFilters and a replacement document');
    return { kind: 'replacement', document: update.value };
  }
  return parseModifiers(update.value, arrayFilters);
};

const parseModifiers = (update: Document, arrayFilters: readonly Document[]): Update => {
  const modifiers: Modifier[] = [];
  const renames: Rename[] = [];
  for (const [operator, fields] of update.fields) {
    requireKnown(operator);
    if (fields.type !== 'object')
      throw refuse(
        'FailedToParse',
        `Modifiers operate on fields but we found type ${fields.type} instead. For example: {$mod: {<field>: ...}} not {${operator}: ${describeValue(fields)}}`,
      );
    for (const [path, operand] of fields.value.fields) {
      if (operator === '$rename') renames.push(parseRename(path, operand));
      else modifiers.push(parseModifier(operator, path, operand));
    }
  }
  modifiers.sort((left, right) => comparePaths(left.path, right.path));
  requireNoConflict([...modifiers.map(({ path }) => path), ...renames.flatMap(({ from, to }) => [from, to])]);
  const filters = parseArrayFilters(arrayFilters);
  requireFilters(modifiers, filters);
  return { kind: 'modifiers', modifiers, renames, filters };
};

const requireKnown = (operator: string): void => {
  if (operator === '$rename' || fieldOperators[operator] || arrayOperators[operator]) return;
  throw refuse(
    'FailedToParse',
    `Unknown modifier: ${operator}. Expected a valid update modifier or pipeline-style update specified as an array`,
  );
};

/** Operators that leave a field that is missing as it is. */
const removing: ReadonlySet<string> = new Set(['$unset', '$pull', '$pullAll', '$pop']);

const parseModifier = (operator: string, path: string, operand: Value): Modifier => {
  const build = fieldOperators[operator] ?? arrayOperators[operator];
  if (!build) throw refuse('FailedToParse', `Unknown modifier: ${operator}`);
  return {
    operator,
    path: splitPath(path),
    change: build(operand, path),
    creates: !removing.has(operator),
    onlyOnInsert: operator === '$setOnInsert',
  };
};

const plainName = /^[^.$][^.]*$/;

const splitPath = (path: string): readonly string[] => {
  if (plainName.test(path)) return [path];
  if (path === '') throw refuse('EmptyFieldName', 'An empty update path is not valid.');
  const names = path.split('.');
  if (names.includes(''))
    throw refuse('EmptyFieldName', `The update path '${path}' contains an empty field name, which is not allowed.`);
  if (names[0]?.startsWith('$') === true && names[0] !== '$')
    throw refuse(
      'DollarPrefixedFieldName',
      `The dollar ($) prefixed field '${names[0]}' in '${path}' is not allowed in the context of an update's replacement document. Consider using an aggregation pipeline with $replaceWith.`,
    );
  return names;
};

const parseRename = (from: string, to: Value): Rename => {
  if (to.type !== 'string')
    throw refuse('BadValue', `The 'to' field for $rename must be a string: ${from}: ${describeValue(to)}`);
  if (from === to.value)
    throw refuse('BadValue', `The source and target field for $rename must differ: ${from}: "${to.value}"`);
  return { from: splitPath(from), to: splitPath(to.value) };
};

/** New fields are added in this order: names by text, numbers by size. */
const comparePaths = (left: readonly string[], right: readonly string[]): number => {
  for (let index = 0; index < left.length; index++) {
    const [name = '', other] = [left[index], right[index]];
    if (other === undefined) return 1;
    if (name === other) continue;
    if (/^\d+$/.test(name) && /^\d+$/.test(other)) return Number(name) - Number(other);
    return name < other ? -1 : 1;
  }
  return left.length - right.length;
};

const requireNoConflict = (paths: readonly (readonly string[])[]): void => {
  if (new Set(paths.map(([first]) => first)).size === paths.length) return;
  const sorted = paths.map((path) => path.join('.')).sort();
  const seen = new Set<string>();
  for (const path of sorted) {
    const names = path.split('.');
    const clash = names.map((_name, length) => names.slice(0, length + 1).join('.')).find((prefix) => seen.has(prefix));
    if (clash !== undefined)
      throw refuse('ConflictingUpdateOperators', `Updating the path '${path}' would create a conflict at '${clash}'`);
    seen.add(path);
  }
};

const parseArrayFilters = (filters: readonly Document[]): ArrayFilters => {
  const parsed = new Map<string, Predicate>();
  for (const filter of filters) {
    const [name] = identifiersOf(filter);
    if (name === undefined)
      throw refuse('FailedToParse', 'Cannot use an expression without a top-level field name in arrayFilters');
    if (parsed.has(name))
      throw refuse('FailedToParse', `Found multiple array filters with the same top-level field name ${name}`);
    parsed.set(name, parseFilter(filter));
  }
  return parsed;
};

const identifiersOf = (filter: Document): readonly string[] =>
  [...filter.fields].flatMap(([name, value]) =>
    name.startsWith('$')
      ? value.type === 'array'
        ? value.value.items.flatMap((item) => (item.type === 'object' ? identifiersOf(item.value) : []))
        : []
      : [name.split('.')[0] ?? name],
  );

const requireFilters = (modifiers: readonly Modifier[], filters: ArrayFilters): void => {
  if (filters.size === 0 && !modifiers.some(({ path }) => path.some((name) => name.startsWith('$[')))) return;
  const used = new Set(
    modifiers.flatMap(({ path }) => path.filter((name) => /^\$\[.+\]$/.test(name)).map((name) => name.slice(2, -1))),
  );
  for (const name of used)
    if (!filters.has(name)) throw refuse('BadValue', `No array filter found for identifier '${name}' in path`);
  for (const name of filters.keys())
    if (!used.has(name))
      throw refuse('FailedToParse', `The array filter for identifier '${name}' was not used in the update`);
};
