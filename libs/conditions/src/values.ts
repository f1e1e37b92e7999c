import type { Scalar } from './condition';

/** What stands at a dotted path; `null` when nothing does. */
export const readPath = (row: unknown, path: string): unknown => {
  let value = row;
  for (const name of path.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return null;
    value = (value as Readonly<Record<string, unknown>>)[name];
  }
  return value ?? null;
};

/** The database's order of scalars: null, numbers, texts (by code point), booleans. */
export const compareScalars = (left: Scalar, right: Scalar): number => {
  const kinds = kindRank(left) - kindRank(right);
  if (kinds !== 0 || left === null || right === null || left === right) return kinds;
  if (typeof left === 'string' && typeof right === 'string') return compareTexts(left, right);
  return left < right ? -1 : 1;
};

const kindRank = (value: Scalar): number => {
  if (value === null) return 0;
  if (typeof value === 'number') return 1;
  return typeof value === 'string' ? 2 : 3;
};

/** By code point, as UTF-8 sorts; code units would put what lies beyond the basic plane before its last characters. */
const compareTexts = (left: string, right: string): number => {
  const length = Math.min(left.length, right.length);
  for (let at = 0; at < length; at += 1) {
    const difference = rank(left.charCodeAt(at)) - rank(right.charCodeAt(at));
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
};

/** Surrogates stand for the highest code points. */
const rank = (unit: number): number => (unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit);
