import { MongoError, MongoInvalidArgumentError, MongoServerError } from 'mongodb';

/** Codes of a row that is too large, nested too deeply, or has a key that no index can hold. */
const unstorableCodes: readonly unknown[] = [10334, 15, 17280, 17419, 17420];
const maxTimeExpired = 50;
const namespaceExists = 48;
const namespaceNotFound = 26;

/** Whether the database, or its driver, refuses a row for what it is. */
export const isUnstorable = (error: unknown): boolean =>
  (error instanceof MongoError && unstorableCodes.includes(error.code)) ||
  (error instanceof MongoInvalidArgumentError && error.message.includes('maximum size')) ||
  (error instanceof Error && error.name.startsWith('BSON'));

/** Whether a query took longer than it may. */
export const isTimeOut = (error: unknown): boolean => hasCode(error, maxTimeExpired);

/** Whether a collection was there already. */
export const isThereAlready = (error: unknown): boolean => hasCode(error, namespaceExists);

/** Whether a collection was gone already. */
export const isGone = (error: unknown): boolean => hasCode(error, namespaceNotFound);

const hasCode = (error: unknown, code: number): boolean => error instanceof MongoServerError && error.code === code;
