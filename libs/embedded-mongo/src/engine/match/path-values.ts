import type { Value } from '../../bson';

const index = /^(0|[1-9]\d*)$/;

/**
 * Calls `visit` with every value a dotted path reaches, arrays on the way taken apart; undefined where a document lacks
 * the field. Stops, and answers true, as soon as a visit does.
 */
export const someAtPath = (
  value: Value,
  path: readonly string[],
  at: number,
  visit: (value: Value | undefined) => boolean,
): boolean => {
  const name = path[at];
  if (name === undefined) return visit(value);
  if (value.type === 'object') {
    const field = value.value.get(name);
    return field ? someAtPath(field, path, at + 1, visit) : visit(undefined);
  }
  if (value.type !== 'array') return visit(undefined);
  return someInArray(value.value.items, path, at, name, visit);
};

const someInArray = (
  items: readonly Value[],
  path: readonly string[],
  at: number,
  name: string,
  visit: (value: Value | undefined) => boolean,
): boolean => {
  if (index.test(name)) {
    const item = items[Number(name)];
    if (item && someAtPath(item, path, at + 1, visit)) return true;
  }
  return items.some((item) => item.type === 'object' && someAtPath(item, path, at, visit));
};
