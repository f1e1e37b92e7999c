import { Document } from './document';
import { List } from './list';
import { array, bool, date, double, int, long, nullValue, object, string } from './value';
import type { Value } from './value';

/** What our own replies and catalog entries are written with. Integers of 32 bits become int, other numbers double. */
export type Plain =
  | string
  | number
  | bigint
  | boolean
  | null
  | Date
  | Document
  | { readonly bson: Value }
  | readonly Plain[]
  | PlainDocument;

/** A plain document; members that are undefined are left out. */
export type PlainDocument = { readonly [name: string]: Plain | undefined };

const isInt32 = (value: number): boolean =>
  Number.isInteger(value) && Math.abs(value) < 2 ** 31 && !Object.is(value, -0);

/** The BSON value of a plain one. */
export const fromPlain = (plain: Plain): Value => {
  if (plain === null) return nullValue;
  if (typeof plain === 'string') return string(plain);
  if (typeof plain === 'number') return isInt32(plain) ? int(plain) : double(plain);
  if (typeof plain === 'bigint') return long(plain);
  if (typeof plain === 'boolean') return bool(plain);
  if (plain instanceof Date) return date(BigInt(plain.getTime()));
  if (plain instanceof Document) return object(plain);
  if (isSequence(plain)) return array(List.of(plain.map(fromPlain)));
  if (isWrapped(plain)) return plain.bson;
  return object(plainDocument(plain));
};

const isSequence = (plain: object): plain is readonly Plain[] => Array.isArray(plain);

const isWrapped = (plain: object): plain is { readonly bson: Value } => 'bson' in plain;

/** The BSON document of a plain one. */
export const plainDocument = (plain: PlainDocument): Document => {
  const fields = new Map<string, Value>();
  for (const [name, value] of Object.entries(plain)) if (value !== undefined) fields.set(name, fromPlain(value));
  return Document.ofMap(fields);
};
