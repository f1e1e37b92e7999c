import { isNumber } from '../../bson';
import type { Document, Value } from '../../bson';
import { refuse } from '../mongo-error';
import { parseTypes } from './parse-types';
import type { Predicate, Test } from './predicate';
import { compilePattern, literalPrefix, requireText } from './regular-expression';
import { wholeNumber } from './whole-number';

type ParseFilter = (filter: Document) => Predicate;

/** Reads the operators on one field, all of which must hold. */
export const parseOperators = (operators: Document, parseFilter: ParseFilter): readonly Test[] => {
  const tests: Test[] = [];
  for (const [name, value] of operators.fields) {
    if (name === '$options') {
      if (!operators.has('$regex')) throw refuse('BadValue', '$options needs a $regex');
      continue;
    }
    tests.push(parseOperator(name, value, operators, parseFilter));
  }
  return tests;
};

const parseOperator = (name: string, value: Value, operators: Document, parseFilter: ParseFilter): Test => {
  switch (name) {
    case '$eq':
      return { kind: 'eq', value: comparable(value) };
    case '$ne':
      if (value.type === 'regex') throw refuse('BadValue', "Can't have regex as arg to $ne.");
      return { kind: 'not', test: { kind: 'eq', value: comparable(value) } };
    case '$gt':
    case '$gte':
    case '$lt':
    case '$lte':
      if (value.type === 'regex') throw refuse('BadValue', `Can't have RegEx as arg to predicate over field.`);
      return { kind: comparisons[name], value: comparable(value) };
    case '$in':
      return parseIn(name, value);
    case '$nin':
      return { kind: 'not', test: parseIn(name, value) };
    case '$exists':
      return isFalse(value) ? { kind: 'not', test: { kind: 'exists' } } : { kind: 'exists' };
    case '$type':
      return { kind: 'type', types: parseTypes(value) };
    case '$size':
      return { kind: 'size', size: parseSize(value) };
    case '$mod':
      return parseMod(value);
    case '$regex':
      return parseRegex(value, operators.get('$options'));
    case '$not':
      return parseNot(value, parseFilter);
    case '$all':
      return parseAll(value, parseFilter);
    case '$elemMatch':
      return parseElementMatch(value, parseFilter);
    case '$bitsAllSet':
    case '$bitsAllClear':
    case '$bitsAnySet':
    case '$bitsAnyClear':
      return { kind: 'bits', mask: parseMask(name, value), all: name.includes('All'), set: name.endsWith('Set') };
    default:
      throw refuse('BadValue', `unknown operator: ${name}`);
  }
};

const comparisons = { $gt: 'gt', $gte: 'gte', $lt: 'lt', $lte: 'lte' } as const;

const comparable = (value: Value): Value => {
  if (value.type === 'undefined') throw refuse('BadValue', 'cannot compare to undefined');
  return value;
};

const isFalse = (value: Value): boolean =>
  value.type === 'null' ||
  value.type === 'undefined' ||
  (value.type === 'bool' && !value.value) ||
  (isNumber(value) && wholeNumber(value) === 0n && !(value.type === 'double' && value.value !== 0));

const itemsOf = (name: string, value: Value): readonly Value[] => {
  if (value.type !== 'array') throw refuse('BadValue', `${name} needs an array`);
  return value.value.items;
};

const parseIn = (name: string, value: Value): Test => {
  const items = itemsOf(name, value);
  if (items.some((item) => item.type === 'object' && [...item.value.fields.keys()][0]?.startsWith('$') === true))
    throw refuse('BadValue', `cannot nest $ under ${name}`);
  return {
    kind: 'in',
    values: items.map(comparable),
    patterns: items.flatMap((item) => (item.type === 'regex' ? [compilePattern(item.pattern, item.options)] : [])),
  };
};

const parseSize = (value: Value): number => {
  const size = wholeNumber(value);
  if (size === undefined) throw refuse('FailedToParse', `Failed to parse $size. Expected a number in: $size`);
  if (size < 0n)
    throw refuse('FailedToParse', `Failed to parse $size. Expected a non-negative number in: $size: ${size}`);
  return Number(size);
};

const parseMod = (value: Value): Test => {
  if (value.type !== 'array') throw refuse('BadValue', 'malformed mod, needs to be an array');
  const [divisor, remainder, ...others] = value.value.items.map(wholeNumber);
  if (divisor === undefined) throw refuse('BadValue', 'malformed mod, divisor not a number');
  if (remainder === undefined) throw refuse('BadValue', 'malformed mod, not enough elements');
  if (others.length > 0) throw refuse('BadValue', 'malformed mod, too many elements');
  if (divisor === 0n) throw refuse('BadValue', 'divisor cannot be 0');
  return { kind: 'mod', divisor, remainder };
};

const parseRegex = (value: Value, options: Value | undefined): Test => {
  const pattern =
    value.type === 'regex' ? value.pattern : requireText(value.type === 'string' ? value.value : undefined);
  const flags = options?.type === 'string' ? options.value : value.type === 'regex' ? value.options : '';
  return {
    kind: 'regex',
    pattern: compilePattern(pattern, flags),
    source: { type: 'regex', pattern, options: flags },
    prefix: literalPrefix(pattern, flags),
  };
};

const parseNot = (value: Value, parseFilter: ParseFilter): Test => {
  if (value.type === 'regex') return { kind: 'not', test: parseRegex(value, undefined) };
  if (value.type !== 'object') throw refuse('BadValue', '$not needs a regex or a document');
  if (value.value.size === 0) throw refuse('BadValue', '$not cannot be empty');
  return { kind: 'not', test: { kind: 'all', of: parseOperators(value.value, parseFilter) } };
};

const parseAll = (value: Value, parseFilter: ParseFilter): Test => {
  const items = itemsOf('$all', value);
  // No value is in all of nothing: {$all: []} matches no document.
  if (items.length === 0) return { kind: 'in', values: [], patterns: [] };
  return {
    kind: 'all',
    of: items.map((item): Test => {
      const condition = item.type === 'object' ? item.value.get('$elemMatch') : undefined;
      if (condition) return parseElementMatch(condition, parseFilter);
      return item.type === 'regex' ? parseRegex(item, undefined) : { kind: 'eq', value: comparable(item) };
    }),
  };
};

const logical = new Set(['$and', '$or', '$nor', '$expr', '$where']);

const parseElementMatch = (value: Value, parseFilter: ParseFilter): Test => {
  if (value.type !== 'object') throw refuse('BadValue', '$elemMatch needs an Object');
  const [first] = value.value.fields.keys();
  return first?.startsWith('$') === true && !logical.has(first)
    ? { kind: 'elementValue', tests: parseOperators(value.value, parseFilter) }
    : { kind: 'elementDocument', of: parseFilter(value.value) };
};

const parseMask = (name: string, value: Value): bigint => {
  if (value.type === 'array')
    return value.value.items.reduce((mask, item) => {
      const bit = wholeNumber(item);
      if (bit === undefined || bit < 0n)
        throw refuse('BadValue', `Failed to parse bit position. Expected a non-negative number`);
      return mask | (1n << bit);
    }, 0n);
  if (value.type === 'binData') return BigInt(`0x0${Buffer.from(value.value).reverse().toString('hex')}`);
  const mask = wholeNumber(value);
  if (mask === undefined)
    throw refuse('BadValue', `${name} takes an Array, a number, or a BinData but received a ${value.type}`);
  if (mask < 0n) throw refuse('FailedToParse', `Expected a non-negative number in: ${name}: ${mask}`);
  return mask;
};
