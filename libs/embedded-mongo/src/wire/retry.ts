import type { Document } from '../bson';
import { MongoError } from '../engine/mongo-error';
import type { Unit } from '../engine/storage/unit';
import type { Sessions } from './sessions';

/** The memory of one retryable write: which of its statements were done, by an earlier attempt or by this one. */
export type Retry = {
  /** What the statement answered when it was done before. */
  readonly done: (statement: number) => Document | undefined;
  /** Remembers results together with the writes of this unit. */
  readonly record: (unit: Unit, results: ReadonlyMap<number, Document>) => void;
};

/** Looks up what is known of a numbered write; an older number than the last one is refused. */
export const retryOf = (sessions: Sessions, session: Buffer, number: bigint): Retry => {
  const remembered = sessions.recall(session);
  if (remembered && remembered.number > number)
    throw new MongoError(
      'TransactionTooOld',
      `Retryable write with txnNumber ${number} is prohibited on session because a newer retryable write with txnNumber ${remembered.number} has already started on this session.`,
      {},
      225,
    );
  const before: ReadonlyMap<number, Document> =
    remembered?.number === number ? remembered.statements : new Map<number, Document>();
  return {
    done: (statement) => before.get(statement),
    record: (unit, results) => {
      sessions.remember(unit, session, { number, committed: false, statements: new Map([...before, ...results]) });
    },
  };
};
