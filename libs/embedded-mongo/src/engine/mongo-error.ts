import type { PlainDocument } from '../bson';

/** Codes of MongoDB 7.0 that this node answers, by their names (mongodb/specifications and the manual's error list). */
export const errorCodes = {
  InternalError: 1,
  BadValue: 2,
  NoSuchKey: 4,
  Unauthorized: 13,
  GraphContainsCycle: 5,
  FailedToParse: 9,
  TypeMismatch: 14,
  Overflow: 15,
  InvalidLength: 16,
  IllegalOperation: 20,
  NamespaceNotFound: 26,
  IndexNotFound: 27,
  PathNotViable: 28,
  ConflictingUpdateOperators: 40,
  CursorNotFound: 43,
  NamespaceExists: 48,
  MaxTimeMSExpired: 50,
  DollarPrefixedFieldName: 52,
  EmptyFieldName: 56,
  DottedFieldName: 57,
  CommandNotFound: 59,
  InvalidIdField: 53,
  NotSingleValueField: 54,
  ImmutableField: 66,
  CannotCreateIndex: 67,
  InvalidOptions: 72,
  InvalidNamespace: 73,
  IndexOptionsConflict: 85,
  IndexKeySpecsConflict: 86,
  WriteConflict: 112,
  OperationFailed: 96,
  InvalidIndexSpecificationOption: 197,
  CommandNotSupported: 115,
  ConflictingOperationInProgress: 117,
  DocumentValidationFailure: 121,
  ExceededMemoryLimit: 146,
  ViewDepthLimitExceeded: 165,
  CommandNotSupportedOnView: 166,
  CannotIndexParallelArrays: 171,
  TransactionTooOld: 225,
  NotImplemented: 238,
  SnapshotUnavailable: 246,
  NoSuchTransaction: 251,
  TransactionCommitted: 256,
  OperationNotSupportedInTransaction: 263,
  ClientDisconnect: 279,
  QueryExceededMemoryLimitNoDiskUseAllowed: 292,
  DataCorruptionDetected: 300,
  InterruptedAtShutdown: 11600,
  Interrupted: 11601,
  DuplicateKey: 11000,
  BSONObjectTooLarge: 10334,
  OutOfDiskSpace: 14031,
  Location16410: 16410,
  Location40323: 40323,
  Location40324: 40324,
  Location40573: 40573,
  Location51091: 51091,
} as const;

/** The name of one of MongoDB's error codes. */
export type ErrorName = keyof typeof errorCodes;

/** An answer in MongoDB's terms: code, code name, text, and what some codes carry beside them. */
export class MongoError extends Error {
  override readonly name = 'MongoError';
  readonly code: number;

  constructor(
    readonly codeName: string,
    message: string,
    readonly details: PlainDocument = {},
    code?: number,
    readonly labels: readonly string[] = [],
  ) {
    super(message);
    this.code = code ?? errorCodes[codeName as ErrorName];
  }
}

/** Refuses with one of the named codes. */
export const refuse = (codeName: ErrorName, message: string, details: PlainDocument = {}): MongoError =>
  new MongoError(codeName, message, details);

/** Refuses with a code that MongoDB leaves without a name; its name is then `Location<code>`. */
export const refuseAt = (code: number, message: string): MongoError =>
  new MongoError(`Location${code}`, message, {}, code);
