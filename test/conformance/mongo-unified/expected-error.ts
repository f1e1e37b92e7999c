import { MongoBulkWriteError, MongoError, MongoServerError } from 'mongodb';
import type { Json } from './format';
import { mismatch } from './match';

const texts = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : []);

const isClientError = (error: Error): boolean => !(error instanceof MongoServerError) || error.code === undefined;

/** Says how an error differs from the expected one; undefined when it fits. */
export const errorMismatch = (
  expected: Json,
  error: unknown,
  entities: ReadonlyMap<string, unknown>,
): string | undefined => {
  if (!(error instanceof Error)) return 'no error was thrown';
  const labelled = (label: string): boolean => error instanceof MongoError && error.hasErrorLabel(label);
  const server = error instanceof MongoServerError ? error : undefined;
  const problems = [
    'isClientError' in expected &&
      isClientError(error) !== expected['isClientError'] &&
      `client error: ${error.message}`,
    'errorContains' in expected &&
      !error.message.toLowerCase().includes(String(expected['errorContains']).toLowerCase()) &&
      `message: ${error.message}`,
    'errorCode' in expected && server?.code !== expected['errorCode'] && `code: ${String(server?.code)}`,
    'errorCodeName' in expected &&
      server?.['codeName'] !== expected['errorCodeName'] &&
      `code name: ${String(server?.['codeName'])}`,
    ...texts(expected['errorLabelsContain']).map((label) => !labelled(label) && `label ${label} is missing`),
    ...texts(expected['errorLabelsOmit']).map((label) => labelled(label) && `label ${label} is there`),
    'errorResponse' in expected &&
      mismatch(expected['errorResponse'], server?.errorResponse, entities, 'errorResponse'),
    'expectResult' in expected &&
      error instanceof MongoBulkWriteError &&
      mismatch(expected['expectResult'], countsOf(error), entities),
  ];
  return problems.find((problem): problem is string => typeof problem === 'string');
};

const countsOf = ({ result }: MongoBulkWriteError): Json => {
  const { insertedCount, matchedCount, modifiedCount, deletedCount, upsertedCount, insertedIds, upsertedIds } = result;
  return { insertedCount, matchedCount, modifiedCount, deletedCount, upsertedCount, insertedIds, upsertedIds };
};
