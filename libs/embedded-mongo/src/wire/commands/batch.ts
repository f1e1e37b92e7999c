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
  run: (unit: Unit, statement: Statement) => Document,
): Promise<readonly Outcome<Document>[]> => {
  const { retry } = context;
  return runStatements(
    context.work,
    statements,
    flag(command, 'ordered', true),
    (unit, statement, index) => retry?.done(index) ?? run(unit, statement),
    (unit, outcomes) => {
      if (retry)
        retry.record(
          unit,
          new Map(outcomes.flatMap(({ index, result }) => (result ? [[index, result] as const] : []))),
        );
    },
  );
};

/** The answer to a batch: totals, and what failed where. */
export const batchReply = (outcomes: readonly Outcome<Document>[], totals: PlainDocument): Document => {
  const errors = outcomes.flatMap(({ index, error }) => (error ? [writeError(index, error)] : []));
  return okReply({ ...totals, ...(errors.length > 0 && { writeErrors: errors }) });
};

/** The sum of a numeric field over the results. */
export const totalOf = (outcomes: readonly Outcome<Document>[], name: string): number =>
  outcomes.reduce((sum, { result }) => {
    const value = result?.get(name);
    return sum + (value?.type === 'int' ? value.value : 0);
  }, 0);
