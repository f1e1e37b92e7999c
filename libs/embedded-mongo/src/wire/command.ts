import { isNumber, isZeroNumber } from '../bson';
import type { Document, Value } from '../bson';
import { wholeNumber } from '../engine/match/whole-number';
import { MongoError, refuse, refuseAt } from '../engine/mongo-error';

/** A command with its target: the first field names both. */
export type Command = { readonly name: string; readonly database: string; readonly body: Document };

/** Takes a command document apart. */
export const readCommand = (body: Document): Command => {
  const name = body.firstName;
  if (name === undefined) throw refuse('CommandNotFound', "no such command: ''");
  const database = body.get('$db');
  if (database?.type !== 'string') throw refuseAt(40571, 'OP_MSG requests require a $db argument');
  if (
    database.value === '' ||
    /[/\\. "$\0]/.test(database.value.replace(/^\$external$/, '')) ||
    Buffer.byteLength(database.value) > 63
  )
    throw refuse('InvalidNamespace', `Invalid database name: '${database.value}'`);
  return { name, database: database.value, body };
};

const wrongType = (command: Command, name: string, value: Value, expected: string): MongoError =>
  new MongoError(
    'TypeMismatch',
    `BSON field '${command.name}.${name}' is the wrong type '${value.type}', expected type '${expected}'`,
  );

const present = (command: Command, name: string): Value | undefined => {
  const value = command.body.get(name);
  return value?.type === 'null' || value?.type === 'undefined' ? undefined : value;
};

/** The collection a command works on. */
export const collectionName = (command: Command): string => {
  const value = command.body.get(command.name);
  if (value?.type !== 'string')
    throw refuse('InvalidNamespace', `collection name has invalid type ${value?.type ?? 'missing'}`);
  requireCollectionName(command.database, value.value);
  return value.value;
};

/** Refuses names that cannot be collections. */
export const requireCollectionName = (database: string, name: string): void => {
  if (name === '' || name.includes('$') || name.includes('\0') || name.startsWith('.') || name.endsWith('.'))
    throw refuse('InvalidNamespace', `Invalid namespace specified '${database}.${name}'`);
  if (Buffer.byteLength(database) + Buffer.byteLength(name) + 1 > 255)
    throw refuse('InvalidNamespace', `Fully qualified namespace is too long. Namespace: ${database}.${name} Max: 255`);
};

/** An optional document argument. */
export const optionalDocument = (command: Command, name: string): Document | undefined => {
  const value = present(command, name);
  if (value && value.type !== 'object') throw wrongType(command, name, value, 'object');
  return value?.value;
};

/** An optional text argument. */
export const optionalText = (command: Command, name: string): string | undefined => {
  const value = present(command, name);
  if (value && value.type !== 'string') throw wrongType(command, name, value, 'string');
  return value?.value;
};

/** An optional whole number; undefined when absent. */
export const optionalWhole = (command: Command, name: string): number | undefined => {
  const value = present(command, name);
  if (!value) return undefined;
  const whole = wholeNumber(value);
  if (whole === undefined) throw wrongType(command, name, value, 'long');
  return Number(whole);
};

/** A number that must not be negative, 0 when absent. */
export const naturalNumber = (command: Command, name: string): number => {
  const whole = optionalWhole(command, name) ?? 0;
  if (whole < 0) throw refuseAt(51024, `BSON field '${name}' value must be >= 0, actual value '${whole}'`);
  return whole;
};

/** A flag, `otherwise` when absent. Numbers count as flags. */
export const flag = (command: Command, name: string, otherwise = false): boolean => {
  const value = present(command, name);
  if (!value) return otherwise;
  if (value.type === 'bool') return value.value;
  if (isNumber(value)) return !isZeroNumber(value);
  throw wrongType(command, name, value, 'bool');
};

/** The documents of an array argument; empty when absent. */
export const documentList = (command: Command, name: string): readonly Document[] => {
  const value = present(command, name);
  if (!value) return [];
  if (value.type !== 'array') throw wrongType(command, name, value, 'array');
  return value.value.items.map((item, index) => {
    if (item.type !== 'object') throw wrongType(command, `${name}.${index}`, item, 'object');
    return item.value;
  });
};

/** The values of an array argument that must be there. */
export const requiredList = (command: Command, name: string): readonly Value[] => {
  const value = command.body.get(name);
  if (!value) throw refuseAt(40414, `BSON field '${command.name}.${name}' is missing but a required field`);
  if (value.type !== 'array') throw wrongType(command, name, value, 'array');
  return value.value.items;
};

/** Fields that every command may carry. */
const commonFields = new Set(
  'lsid txnNumber autocommit startTransaction stmtId stmtIds $db $clusterTime $readPreference $configTime $topologyTime readConcern writeConcern comment maxTimeMS apiVersion apiStrict apiDeprecationErrors databaseVersion shardVersion $audit $client'.split(
    ' ',
  ),
);

/** Refuses fields the command does not have, so that nothing asked for is silently left undone. */
export const requireKnownFields = (command: Command, known: readonly string[]): void => {
  for (const name of command.body.names)
    if (name !== command.name && !commonFields.has(name) && !known.includes(name)) {
      if (name === 'collation') throw refuse('FailedToParse', 'collation is not supported by this node');
      throw refuseAt(40415, `BSON field '${command.name}.${name}' is an unknown field.`);
    }
};

/** Reads a statement inside a batch as if it were a command, so that the same readers serve. */
export const statementOf = (name: string, body: Document): Command => ({ name, database: '', body });
