import { isNumber, typeBytes } from '../../bson';
import type { TypeName, Value } from '../../bson';
import { refuse } from '../mongo-error';
import { wholeNumber } from './whole-number';

const byAlias = new Map<string, TypeName>(typeNames().map((name) => [name, name]));
const byNumber = new Map<bigint, TypeName>(
  typeNames().map((name) => [name === 'minKey' ? -1n : BigInt(typeBytes[name]), name]),
);

function typeNames(): readonly TypeName[] {
  return Object.keys(typeBytes) as TypeName[];
}

const numbers: readonly TypeName[] = ['int', 'long', 'double', 'decimal'];

/** Reads the operand of $type: an alias, a number, or a list of them. */
export const parseTypes = (value: Value): ReadonlySet<TypeName> => {
  const items = value.type === 'array' ? value.value.items : [value];
  if (items.length === 0) throw refuse('FailedToParse', '$type must match at least one type');
  return new Set(items.flatMap(typesOf));
};

const typesOf = (value: Value): readonly TypeName[] => {
  if (value.type === 'string' && value.value === 'number') return numbers;
  if (value.type === 'string') {
    const name = byAlias.get(value.value);
    if (!name) throw refuse('BadValue', `Unknown type name alias: ${value.value}`);
    return [name];
  }
  if (!isNumber(value)) throw refuse('TypeMismatch', 'type must be represented as a number or a string');
  const name = byNumber.get(wholeNumber(value) ?? 0n);
  if (!name) throw refuse('BadValue', `Invalid numerical type code: ${wholeNumber(value) ?? 'none'}`);
  return [name];
};
