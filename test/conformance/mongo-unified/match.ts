import { BSON, Binary, ClientSession, Decimal128, Double, Int32, Long, ObjectId } from 'mongodb';
import { isJson } from './format';
import type { Json } from './format';

const isNumeric = (value: unknown): value is number | bigint | Long | Int32 | Double =>
  typeof value === 'number' ||
  typeof value === 'bigint' ||
  value instanceof Long ||
  value instanceof Int32 ||
  value instanceof Double;

const types: Readonly<Record<string, (value: unknown) => boolean>> = {
  object: isJson,
  array: (value) => Array.isArray(value),
  string: (value) => typeof value === 'string',
  bool: (value) => typeof value === 'boolean',
  int: (value) => typeof value === 'number' || value instanceof Int32,
  long: isNumeric,
  number: isNumeric,
  double: isNumeric,
  date: (value) => value instanceof Date,
  null: (value) => value === null,
  objectId: (value) => value instanceof ObjectId,
  binData: (value) => value instanceof Binary,
  decimal: (value) => value instanceof Decimal128,
  timestamp: (value) => BSON.EJSON.stringify(value).includes('$timestamp'),
};

type Entities = ReadonlyMap<string, unknown>;

/** Says where and how the actual value differs from the expected one; undefined when it matches. */
export const mismatch = (
  expected: unknown,
  actual: unknown,
  entities: Entities,
  path = 'result',
  root = true,
): string | undefined => {
  const differs = (): string => `${path}: expected ${show(expected)}, got ${show(actual)}`;
  if (isJson(expected)) {
    const [operator] = Object.keys(expected);
    if (operator?.startsWith('$$') === true && Object.keys(expected).length === 1 && operator in operators)
      return operators[operator]?.(expected[operator], actual, entities, path, root);
    // Sorts travel as maps inside the driver.
    const fields: unknown = actual instanceof Map ? Object.fromEntries(actual) : actual;
    return isJson(fields) ? mismatchOfFields(expected, fields, entities, path, root) : differs();
  }
  if (Array.isArray(expected)) {
    if (!Array.isArray(actual) || actual.length !== expected.length) return differs();
    return expected
      .map((item, index) => mismatch(item, actual[index], entities, `${path}.${String(index)}`, root))
      .find((found) => found !== undefined);
  }
  if (isNumeric(expected) && isNumeric(actual)) return Number(expected) === Number(actual) ? undefined : differs();
  return show(expected) === show(actual) ? undefined : differs();
};

const show = (value: unknown): string => (value === undefined ? 'nothing' : BSON.EJSON.stringify(value));

const mismatchOfFields = (
  expected: Json,
  actual: Json,
  entities: Entities,
  path: string,
  root: boolean,
): string | undefined => {
  for (const [name, value] of Object.entries(expected)) {
    const found = mismatch(value, actual[name], entities, `${path}.${name}`, false);
    if (found !== undefined) return found;
  }
  const extra = Object.keys(actual).find((name) => !(name in expected) && actual[name] !== undefined);
  return root || extra === undefined ? undefined : `${path}: has ${extra}, which is not expected`;
};

type Operator = (
  expected: unknown,
  actual: unknown,
  entities: Entities,
  path: string,
  root: boolean,
) => string | undefined;

const operators: Readonly<Record<string, Operator>> = {
  $$exists: (expected, actual, _entities, path) =>
    (actual !== undefined) === expected ? undefined : `${path}: ${expected === true ? 'is missing' : 'is there'}`,
  $$unsetOrMatches: (expected, actual, entities, path, root) =>
    actual === undefined || actual === null ? undefined : mismatch(expected, actual, entities, path, root),
  $$type: (expected, actual, _entities, path) =>
    [expected].flat().some((name) => types[String(name)]?.(actual) === true)
      ? undefined
      : `${path}: is not ${show(expected)}`,
  $$sessionLsid: (expected, actual, entities, path) => {
    const session = entities.get(String(expected));
    return session instanceof ClientSession
      ? mismatch(session.id, actual, entities, path, false)
      : `${path}: ${String(expected)} is no session`;
  },
  $$matchesEntity: (expected, actual, entities, path) =>
    mismatch(entities.get(String(expected)), actual, entities, path, false),
  $$lte: (expected, actual, _entities, path) =>
    Number(actual) <= Number(expected) ? undefined : `${path}: is greater than ${show(expected)}`,
};
