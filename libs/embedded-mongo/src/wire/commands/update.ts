import { array, Document, int, List, object } from '../../bson';
import type { Value } from '../../bson';
import { MongoError } from '../../engine/mongo-error';
import type { Collection } from '../../engine/catalog/collection';
import type { Outcome } from '../../engine/write/statements';
import { updateMany, updateOne } from '../../engine/write/update';
import type { UpdateResult } from '../../engine/write/update';
import { documentList, flag } from '../command';
import type { Command } from '../command';
import type { Context, Handler } from '../handler';
import { batchReply, collectionToWrite, requireBatch, runBatch, totalOf } from './batch';
import type { Done } from './done';
import { mixedBatch } from './mixed-batch';
import { readUpdate, requireKnownStatements } from './update-statement';
import { variablesOf } from './variables';

const resultOf = ({ matched, modified, upserted }: UpdateResult): Done =>
  upserted ? { n: 1, nModified: 0, upserted } : { n: matched, nModified: modified };

const upsertsOf = (outcomes: readonly Outcome<Done>[]): readonly Value[] => {
  const upserts: Value[] = [];
  for (const { index, result } of outcomes)
    if (result?.upserted)
      upserts.push(
        object(
          Document.of([
            ['index', int(index)],
            ['_id', result.upserted],
          ]),
        ),
      );
  return upserts;
};

const runUpdates = (context: Context, command: Command, collection: Collection): Promise<readonly Outcome<Done>[]> => {
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
      ...(upserted.length > 0 && { upserted: { bson: array(List.of(upserted)) } }),
    });
  },
};
