import { compareNumbers } from './fraction';
import { isNumber } from './value';
import type { Document } from './document';
import type { TypeName, Value } from './value';

/** The order of BSON types in comparisons and sorts; types with one rank compare by value (MongoDB manual, "Comparison/Sort Order"). */
export const typeRanks: Readonly<Record<TypeName, number>> = {
  minKey: 1,
  undefined: 3,
  null: 5,
  int: 10,
  long: 10,
  double: 10,
  decimal: 10,
  string: 15,
  symbol: 15,
  object: 20,
  array: 25,
  binData: 30,
  objectId: 35,
  bool: 40,
  date: 45,
  timestamp: 47,
  regex: 50,
  dbPointer: 55,
  javascript: 60,
  javascriptWithScope: 65,
  maxKey: 127,
};

const order = <T extends string | number | bigint>(left: T, right: T): number =>
  left < right ? -1 : left > right ? 1 : 0;

/** UTF-8 byte order, which differs from UTF-16 order only beyond the basic plane. */
export const compareText = (left: string, right: string): number => {
  if (left === right) return 0;
  const length = Math.min(left.length, right.length);
  for (let at = 0; at < length; at++) {
    const difference = left.charCodeAt(at) - right.charCodeAt(at);
    if (difference !== 0)
      return left.charCodeAt(at) >= 0xd800 && right.charCodeAt(at) >= 0xd800
        ? Buffer.compare(Buffer.from(left), Buffer.from(right))
        : difference;
  }
  return left.length - right.length;
};

/** Total order over all BSON values: negative, zero or positive. */
export const compareValues = (left: Value, right: Value): number => {
  const ranks = typeRanks[left.type] - typeRanks[right.type];
  return ranks === 0 ? compareSameRank(left, right) : ranks;
};

/** Whether two values are equal in BSON order, so 1 equals 1.0, and documents must agree in field order. */
export const sameValue = (left: Value, right: Value): boolean => compareValues(left, right) === 0;

const compareSameRank = (left: Value, right: Value): number => {
  if (isNumber(left) && isNumber(right)) return compareNumbers(left, right);
  switch (left.type) {
    case 'string':
    case 'symbol':
    case 'javascript':
      return 'value' in right && typeof right.value === 'string' ? compareText(left.value, right.value) : 0;
    case 'object':
      return right.type === 'object' ? compareDocuments(left.value, right.value) : 0;
    case 'array':
      return right.type === 'array' ? compareSequences(left.value.items, right.value.items) : 0;
    case 'binData':
      return right.type === 'binData'
        ? left.value.length - right.value.length ||
            left.subtype - right.subtype ||
            Buffer.compare(left.value, right.value)
        : 0;
    case 'objectId':
      return right.type === 'objectId' ? Buffer.compare(left.value, right.value) : 0;
    case 'bool':
      return right.type === 'bool' ? Number(left.value) - Number(right.value) : 0;
    case 'date':
    case 'timestamp':
      return right.type === left.type ? order(left.value, right.value) : 0;
    case 'regex':
      return right.type === 'regex'
        ? compareText(left.pattern, right.pattern) || compareText(left.options, right.options)
        : 0;
    case 'dbPointer':
      return right.type === 'dbPointer'
        ? compareText(left.namespace, right.namespace) || Buffer.compare(left.value, right.value)
        : 0;
    case 'javascriptWithScope':
      return right.type === 'javascriptWithScope'
        ? compareText(left.code, right.code) || compareDocuments(left.scope, right.scope)
        : 0;
    case 'int':
    case 'long':
    case 'double':
    case 'decimal':
    case 'undefined':
    case 'null':
    case 'minKey':
    case 'maxKey':
      return 0;
  }
};

const compareDocuments = (left: Document, right: Document): number => {
  const others = right.fields.entries();
  for (const [name, value] of left.fields) {
    const other = others.next();
    if (other.done === true) return 1;
    const [otherName, otherValue] = other.value;
    const difference =
      typeRanks[value.type] - typeRanks[otherValue.type] ||
      compareText(name, otherName) ||
      compareSameRank(value, otherValue);
    if (difference !== 0) return difference;
  }
  return left.size - right.size;
};

const compareSequences = (left: readonly Value[], right: readonly Value[]): number => {
  for (const [index, value] of left.entries()) {
    const other = right[index];
    if (!other) return 1;
    const difference = compareValues(value, other);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
};
