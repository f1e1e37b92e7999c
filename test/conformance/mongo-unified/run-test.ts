import type { MongoClient } from 'mongodb';
import { Entities } from './entities';
import { errorMismatch } from './expected-error';
import { isJson } from './format';
import type { CollectionData, ExpectedEvents, Json, Operation, UnifiedFile, UnifiedTest } from './format';
import { mismatch } from './match';
import { perform } from './operations';
import { fits } from './requirements';
import { performOnRunner } from './runner-operations';

/** Whether the test is meant for a MongoDB 7.0 replica set. */
export const appliesTo = (file: UnifiedFile, test: UnifiedTest): boolean =>
  fits(file.runOnRequirements) && fits(test.runOnRequirements);

/** Runs one test from its initial data to its outcome; throws what does not fit. */
export const runUnifiedTest = async (
  url: string,
  admin: MongoClient,
  file: UnifiedFile,
  test: UnifiedTest,
): Promise<void> => {
  const entities = new Entities(url);
  try {
    await admin.db('admin').command({ killAllSessions: [] });
    await prepare(admin, file.initialData ?? []);
    await entities.create(file.createEntities ?? []);
    for (const operation of test.operations) await runOperation(operation, entities, admin);
    for (const expected of test.expectEvents ?? []) compareEvents(expected, entities);
    for (const expected of test.outcome ?? []) await compareOutcome(admin, expected);
  } finally {
    await admin.db('admin').command({ configureFailPoint: 'failCommand', mode: 'off' });
    await entities.close();
  }
};

const prepare = async (admin: MongoClient, data: readonly CollectionData[]): Promise<void> => {
  for (const { databaseName, collectionName, documents } of data) {
    const database = admin.db(databaseName);
    await database.dropCollection(collectionName);
    if (documents.length === 0) await database.createCollection(collectionName);
    else await database.collection(collectionName).insertMany(documents.map((document) => ({ ...document })));
  }
};

const runOperation = async (operation: Operation, entities: Entities, admin: MongoClient): Promise<void> => {
  const { name, expectError, expectResult } = operation;
  if (operation.object === 'testRunner') {
    await performOnRunner(operation, entities, admin);
    return;
  }
  let result: unknown;
  try {
    result = await perform(operation, entities);
  } catch (error) {
    if (operation.ignoreResultAndError === true) return;
    if (!expectError) throw error;
    fail(name, errorMismatch(expectError, error, entities.all));
    return;
  }
  if (operation.ignoreResultAndError === true) return;
  if (expectError) throw new Error(`${name} was to fail with ${JSON.stringify(expectError)}`);
  if ('expectResult' in operation) fail(name, mismatch(expectResult, result, entities.all, name));
};

const fail = (what: string, problem: string | undefined): void => {
  if (problem !== undefined) throw new Error(`${what}: ${problem}`);
};

const compareEvents = (expected: ExpectedEvents, entities: Entities): void => {
  if (expected.eventType !== undefined && expected.eventType !== 'command') return;
  const actual = entities.events.get(expected.client) ?? [];
  if (expected.ignoreExtraEvents !== true && actual.length !== expected.events.length)
    throw new Error(
      `events: expected ${String(expected.events.length)}, got ${actual.map(({ type, event }) => `${type} ${event.commandName}`).join(', ')}`,
    );
  for (const [index, event] of expected.events.entries()) {
    const [[type, fields] = ['', {}]] = Object.entries(event);
    const seen = actual[index];
    if (seen?.type !== type) throw new Error(`event ${String(index)}: expected ${type}, got ${seen?.type ?? 'none'}`);
    if (isJson(fields)) fail(`event ${String(index)}`, eventMismatch(fields, seen.event as unknown as Json, entities));
  }
};

const eventMismatch = (expected: Json, event: Json, entities: Entities): string | undefined =>
  Object.entries(expected)
    .map(([name, value]) =>
      mismatch(value, name === 'command' ? withoutOwnTimeout(value, event[name]) : event[name], entities.all, name),
    )
    .find((problem) => problem !== undefined);

/** This driver adds a wtimeout of ten seconds of its own to commits and aborts, which the files do not expect. */
const withoutOwnTimeout = (expected: unknown, command: unknown): unknown => {
  if (!isJson(expected) || !isJson(command) || !('commitTransaction' in command || 'abortTransaction' in command))
    return command;
  const [wanted, sent] = [expected['writeConcern'], command['writeConcern']];
  if (!isJson(sent) || sent['wtimeout'] !== 10_000 || (isJson(wanted) && 'wtimeout' in wanted)) return command;
  return {
    ...command,
    writeConcern: Object.fromEntries(Object.entries(sent).filter(([name]) => !name.startsWith('wtimeout'))),
  };
};

const compareOutcome = async (
  admin: MongoClient,
  { databaseName, collectionName, documents }: CollectionData,
): Promise<void> => {
  const stored = await admin.db(databaseName).collection(collectionName).find().sort({ _id: 1 }).toArray();
  if (stored.length !== documents.length)
    throw new Error(`outcome: expected ${JSON.stringify(documents)}, got ${JSON.stringify(stored)}`);
  for (const [index, document] of documents.entries())
    fail('outcome', mismatch(document, stored[index], new Map(), `outcome.${String(index)}`, false));
};
