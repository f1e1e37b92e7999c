import { MongoError, MongoInvalidArgumentError, MongoServerError } from 'mongodb';

/** Codes of a row that is too large, nested too deeply, or has a key that no index can hold. */
const unstorableCodes: readonly unknown[] = [10334, 15, 17280, 17419, 17420];
const duplicateKey = 11000;
const maxTimeExpired = 50;
const namespaceExists = 48;
const namespaceNotFound = 26;

/** Whether the database, or its driver, refuses a row for what it is. */
export const isUnstorable = (error: unknown): boolean =>
  (error instanceof MongoError && unstorableCodes.includes(error.code)) ||
  (error instanceof MongoInvalidArgumentError && error.message.includes('maximum size')) ||
  // What is larger than the driver's buffer overruns it before anyone has measured it.
  nameOf(error) === 'RangeError' ||
  nameOf(error).startsWith('BSON');

/** Whether a document is there already. */
export const isDuplicate = (error: unknown): boolean => hasCode(error, duplicateKey);

/** Whether a query took longer than it may. */
export const isTimeOut = (error: unknown): boolean => hasCode(error, maxTimeExpired);

/** Whether a collection was there already. */
export const isThereAlready = (error: unknown): boolean => hasCode(error, namespaceExists);

/** Whether a collection was gone already. */
export const isGone = (error: unknown): boolean => hasCode(error, namespaceNotFound);

const hasCode = (error: unknown, code: number): boolean => error instanceof MongoServerError && error.code === code;

const nameOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'name' in error ? String(error.name) : '';
