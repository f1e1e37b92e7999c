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
  if (typeof left === 'string' && typeof right === 'string')
    return Buffer.compare(Buffer.from(left), Buffer.from(right));
  return left < right ? -1 : 1;
};

const kindRank = (value: Scalar): number => {
  if (value === null) return 0;
  if (typeof value === 'number') return 1;
  return typeof value === 'string' ? 2 : 3;
};
