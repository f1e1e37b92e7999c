import type { Document } from './document';
import type { List } from './list';

/** One BSON value. The tag is the alias that `$type` uses; nothing is promoted, so 1, 1.0 and NumberLong(1) stay apart. */
export type Value =
  | { readonly type: 'double'; readonly value: number }
  | { readonly type: 'string'; readonly value: string }
  | { readonly type: 'object'; readonly value: Document }
  | { readonly type: 'array'; readonly value: List }
  | { readonly type: 'binData'; readonly value: Buffer; readonly subtype: number }
  | { readonly type: 'undefined' }
  | { readonly type: 'objectId'; readonly value: Buffer }
  | { readonly type: 'bool'; readonly value: boolean }
  | { readonly type: 'date'; readonly value: bigint }
  | { readonly type: 'null' }
  | { readonly type: 'regex'; readonly pattern: string; readonly options: string }
  | { readonly type: 'dbPointer'; readonly namespace: string; readonly value: Buffer }
  | { readonly type: 'javascript'; readonly value: string }
  | { readonly type: 'symbol'; readonly value: string }
  | { readonly type: 'javascriptWithScope'; readonly code: string; readonly scope: Document }
  | { readonly type: 'int'; readonly value: number }
  | { readonly type: 'timestamp'; readonly value: bigint }
  | { readonly type: 'long'; readonly value: bigint }
  | { readonly type: 'decimal'; readonly value: Buffer }
  | { readonly type: 'minKey' }
  | { readonly type: 'maxKey' };

/** The alias of a BSON type, as `$type` takes and answers it. */
export type TypeName = Value['type'];

/** The four numeric types, which compare with each other by value. */
export type NumberValue = Extract<Value, { type: 'int' | 'long' | 'double' | 'decimal' }>;

/** The type byte of each alias (bsonspec.org, version 1.1); minKey is -1 in `$type` and 0xFF on the wire. */
export const typeBytes: Readonly<Record<TypeName, number>> = {
  double: 1,
  string: 2,
  object: 3,
  array: 4,
  binData: 5,
  undefined: 6,
  objectId: 7,
  bool: 8,
  date: 9,
  null: 10,
  regex: 11,
  dbPointer: 12,
  javascript: 13,
  symbol: 14,
  javascriptWithScope: 15,
  int: 16,
  timestamp: 17,
  long: 18,
  decimal: 19,
  minKey: 255,
  maxKey: 127,
};

export const nullValue: Value = { type: 'null' };
export const trueValue: Value = { type: 'bool', value: true };
export const falseValue: Value = { type: 'bool', value: false };

export const int = (value: number): Value => ({ type: 'int', value });
export const long = (value: bigint): Value => ({ type: 'long', value });
export const double = (value: number): Value => ({ type: 'double', value });
export const string = (value: string): Value => ({ type: 'string', value });
export const bool = (value: boolean): Value => (value ? trueValue : falseValue);
export const date = (milliseconds: bigint): Value => ({ type: 'date', value: milliseconds });
export const object = (value: Document): Value => ({ type: 'object', value });
export const array = (value: List): Value => ({ type: 'array', value });

/** Whether the value is one of the four numeric types. */
export const isNumber = (value: Value): value is NumberValue =>
  value.type === 'int' || value.type === 'long' || value.type === 'double' || value.type === 'decimal';
