import type { Document, PlainDocument } from '../../bson';
import { collectionFor } from '../../engine/engine';
import type { Collection } from '../../engine/catalog/collection';
import { MongoError, refuse } from '../../engine/mongo-error';
import type { Unit } from '../../engine/storage/unit';
import { runStatements } from '../../engine/write/statements';
import type { Outcome } from '../../engine/write/statements';
import { collectionName, flag } from '../command';
import type { Command } from '../command';
import type { Context } from '../handler';
import { okReply, writeError } from '../reply';
import { readDone, storedDone } from './done';
import type { Done } from './done';

/** The most statements in one command, as announced in hello. */
const mostStatements = 100_000;

/** Refuses empty and oversized batches. */
export const requireBatch = <Statement>(statements: readonly Statement[]): readonly Statement[] => {
  if (statements.length === 0 || statements.length > mostStatements)
    throw refuse(
      'InvalidLength',
      `Write batch sizes must be between 1 and ${mostStatements}. Got ${statements.length} operations.`,
    );
  return statements;
};

/** The collection written to, created when it is missing. */
export const collectionToWrite = async (context: Context, command: Command): Promise<Collection> => {
  const collection = await collectionFor(context.node.engine, command.database, collectionName(command));
  const { transaction } = context.work;
  if (transaction && collection.changedAt > transaction.snapshot)
    throw new MongoError(
      'SnapshotUnavailable',
      'Unable to write to a collection that changed after the transaction began; please retry the operation.',
      {},
      undefined,
      ['TransientTransactionError'],
    );
  return collection;
};

/** Runs single statements of a batch, skipping those an earlier attempt of the same retryable write did. */
export const runBatch = <Statement>(
  context: Context,
  command: Command,
  statements: readonly Statement[],
  run: (unit: Unit, statement: Statement) => Done,
): Promise<readonly Outcome<Done>[]> => {
  const { retry } = context;
  return runStatements(
    context.work,
    statements,
    flag(command, 'ordered', true),
    (unit, statement, index) => {
      const before = retry?.done(index);
      return before ? readDone(before) : run(unit, statement);
    },
    (unit, outcomes) => {
      retry?.record(unit, recorded(outcomes));
    },
  );
};

const recorded = (outcomes: readonly Outcome<Done>[]): ReadonlyMap<number, Document> => {
  const results = new Map<number, Document>();
  for (const { index, result } of outcomes) if (result) results.set(index, storedDone(result));
  return results;
};

/** The answer to a batch: totals, and what failed where. */
export const batchReply = (outcomes: readonly Outcome<Done>[], totals: PlainDocument): Document => {
  const errors = outcomes.flatMap(({ index, error }) => (error ? [writeError(index, error)] : []));
  return okReply({ ...totals, ...(errors.length > 0 && { writeErrors: errors }) });
};

/** The sum of a count over the results. */
export const totalOf = (outcomes: readonly Outcome<Done>[], name: 'n' | 'nModified'): number =>
  outcomes.reduce((sum, { result }) => sum + (result?.[name] ?? 0), 0);
