import { plainDocument } from '../../bson';
import type { Document, PlainDocument } from '../../bson';
import { MongoError } from '../../engine/mongo-error';
import type { Collection } from '../../engine/catalog/collection';
import type { Outcome } from '../../engine/write/statements';
import { updateMany, updateOne } from '../../engine/write/update';
import type { UpdateResult } from '../../engine/write/update';
import { documentList, flag } from '../command';
import type { Command } from '../command';
import type { Context, Handler } from '../handler';
import { batchReply, collectionToWrite, requireBatch, runBatch, totalOf } from './batch';
import { mixedBatch } from './mixed-batch';
import { readUpdate, requireKnownStatements } from './update-statement';
import { variablesOf } from './variables';

const resultOf = ({ matched, modified, upserted }: UpdateResult): Document =>
  plainDocument({ n: upserted ? 1 : matched, nModified: modified, ...(upserted && { upserted: { bson: upserted } }) });

const upsertsOf = (outcomes: readonly Outcome<Document>[]): readonly PlainDocument[] =>
  outcomes.flatMap(({ index, result }) => {
    const id = result?.get('upserted');
    return id ? [{ index, _id: { bson: id } }] : [];
  });

const runUpdates = (
  context: Context,
  command: Command,
  collection: Collection,
): Promise<readonly Outcome<Document>[]> => {
  const bodies = requireBatch(documentList(command, 'updates'));
  requireKnownStatements('updates', bodies);
  const variables = variablesOf(command);
  const { engine } = context.node;
  return mixedBatch(
    bodies,
    flag(command, 'ordered', true),
    (body) => {
      const multi = body.get('multi');
      return multi?.type === 'bool' && multi.value;
    },
    (run) =>
      runBatch(context, command, run, (unit, body) =>
        resultOf(updateOne(engine, unit, collection, readUpdate(body, collection, variables))),
      ),
    async (body) => {
      if (context.retry) throw new MongoError('InvalidOptions', 'Cannot use retryable writes with multi=true', {}, 72);
      return resultOf(
        await updateMany(engine, context.work, collection, readUpdate(body, collection, variables), context.check),
      );
    },
  );
};

/** The update command. */
export const update: Handler = {
  fields: ['updates', 'ordered', 'let', 'bypassDocumentValidation'],
  inTransaction: true,
  run: async (context, command) => {
    const collection = await collectionToWrite(context, command);
    const outcomes = await runUpdates(context, command, collection);
    const upserted = upsertsOf(outcomes);
    return batchReply(outcomes, {
      n: totalOf(outcomes, 'n'),
      nModified: totalOf(outcomes, 'nModified'),
      ...(upserted.length > 0 && { upserted }),
    });
  },
};
