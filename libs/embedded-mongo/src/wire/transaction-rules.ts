import type { Document } from '../bson';
import { MongoError, refuse } from '../engine/mongo-error';
import type { Command } from './command';
import type { Sessions, SessionTransaction } from './sessions';

const transient = 'TransientTransactionError';

const noSuchTransaction = (message: string): MongoError =>
  new MongoError('NoSuchTransaction', message, {}, undefined, [transient]);

/** The transaction a command belongs to, begun when the command says so. */
export const findTransaction = (
  sessions: Sessions,
  session: Buffer,
  number: bigint,
  command: Command,
  connection: number,
): SessionTransaction => {
  const current = sessions.current(session);
  const autocommit = command.body.get('autocommit');
  if (autocommit?.type !== 'bool' || autocommit.value)
    throw refuse('InvalidOptions', 'autocommit must be false when it is given');
  const known = current?.number ?? sessions.recall(session)?.number ?? -1n;
  if (number < known)
    throw refuse(
      'TransactionTooOld',
      `Cannot start transaction ${number} on session because a newer transaction ${known} has already started`,
    );
  const starts = command.body.get('startTransaction');
  if (starts?.type === 'bool' && starts.value) return start(sessions, session, number, current, connection);
  if (current?.number !== number)
    throw noSuchTransaction(
      `Given transaction number ${number} does not match any in-progress transactions. The active transaction number is ${known}`,
    );
  if (current.state === 'aborted')
    throw noSuchTransaction(`Transaction with { txnNumber: ${number} } has been aborted.`);
  if (current.state !== 'open')
    throw refuse('TransactionCommitted', `Transaction with { txnNumber: ${number} } has been committed.`);
  current.connection = connection;
  return current;
};

const start = (
  sessions: Sessions,
  session: Buffer,
  number: bigint,
  current: SessionTransaction | undefined,
  connection: number,
): SessionTransaction => {
  if (current?.number === number && current.state !== 'aborted')
    throw refuse(
      'ConflictingOperationInProgress',
      `Cannot start a transaction with number ${number}: it is ${current.state} already`,
    );
  if (current) sessions.abort(current);
  return sessions.begin(session, number, connection);
};

/** Commits; a commit that is repeated, even after a restart, answers as the first did. */
export const commitTransaction = async (sessions: Sessions, session: Buffer, number: bigint): Promise<void> => {
  const current = sessions.current(session);
  if (current?.number === number && current.state === 'open') {
    await sessions.commit(session, current);
    return;
  }
  if (current?.number === number && current.state === 'committed') return;
  const remembered = sessions.recall(session);
  if (current?.number !== number && remembered?.number === number && remembered.committed) return;
  throw noSuchTransaction(`Transaction ${number} has been aborted or is not known.`);
};

/** Aborts; what is not open any more is told so. */
export const abortTransaction = (sessions: Sessions, session: Buffer, number: bigint): void => {
  const current = sessions.current(session);
  if (current?.number !== number) throw noSuchTransaction(`Transaction ${number} is not in progress.`);
  if (current.state === 'committed' || current.state === 'committing')
    throw refuse('TransactionCommitted', `Transaction ${number} has been committed.`);
  if (current.state === 'aborted')
    throw noSuchTransaction(`Transaction with { txnNumber: ${number} } has been aborted.`);
  sessions.abort(current);
};

/** Codes after which a whole transaction may simply be tried again. */
const transientCodes = new Set([24, 112, 246, 251, 91, 189, 10107, 11600, 11602, 13435, 13436]);

/** Of those, the ones after which a commit or abort is not itself to be repeated instead. */
const lostCodes = new Set([24, 112, 246, 251]);

/** Adds the label that tells drivers to repeat the transaction. */
export const labelled = (error: unknown, command: Document): unknown => {
  if (!(error instanceof MongoError) || !command.has('autocommit') || error.labels.length > 0) return error;
  const ends = command.has('commitTransaction') || command.has('abortTransaction');
  if (!(ends ? lostCodes : transientCodes).has(error.code)) return error;
  return new MongoError(error.codeName, error.message, error.details, error.code, [transient]);
};
