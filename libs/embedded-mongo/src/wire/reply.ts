import { plainDocument } from '../bson';
import type { Document, PlainDocument } from '../bson';
import { MongoError } from '../engine/mongo-error';
import { InvalidBson } from '../bson';

/** A successful answer. */
export const okReply = (fields: PlainDocument): Document =>
  plainDocument({ ...fields, ok: { bson: { type: 'double', value: 1 } } });

/** The answer to a command that failed. What is no refusal of ours is an internal error, and told to the log. */
export const errorReply = (error: unknown, log: (error: unknown) => void): Document => {
  if (error instanceof InvalidBson) return errorReply(new MongoError('InvalidBSON', error.message, {}, 22), log);
  if (!(error instanceof MongoError)) {
    log(error);
    return errorReply(new MongoError('InternalError', 'internal error'), log);
  }
  return plainDocument({
    ...error.details,
    ...(error.labels.length > 0 && { errorLabels: error.labels }),
    ok: { bson: { type: 'double', value: 0 } },
    errmsg: error.message,
    code: error.code,
    codeName: error.codeName,
  });
};

/** One entry of writeErrors. */
export const writeError = (index: number, error: MongoError): PlainDocument => ({
  index,
  code: error.code,
  ...error.details,
  errmsg: error.message,
});
