import { MongoError } from '../../engine/mongo-error';
import { deleteMany, deleteOne } from '../../engine/write/delete';
import { wholeNumber } from '../../engine/match/whole-number';
import { documentList, flag } from '../command';
import type { Handler } from '../handler';
import { batchReply, collectionToWrite, requireBatch, runBatch, totalOf } from './batch';
import type { Done } from './done';
import { mixedBatch } from './mixed-batch';
import { readDelete, requireKnownStatements } from './update-statement';
import { variablesOf } from './variables';

const deleted = (n: number): Done => ({ n, nModified: 0 });

/** The delete command. */
export const remove: Handler = {
  fields: ['deletes', 'ordered', 'let'],
  inTransaction: true,
  run: async (context, command) => {
    const bodies = requireBatch(documentList(command, 'deletes'));
    requireKnownStatements('deletes', bodies);
    const variables = variablesOf(command);
    const collection = await collectionToWrite(context, command);
    const { engine } = context.node;
    const outcomes = await mixedBatch(
      bodies,
      flag(command, 'ordered', true),
      (body) => wholeNumber(body.get('limit') ?? { type: 'null' }) === 0n,
      (run) =>
        runBatch(context, command, run, (unit, body) =>
          deleted(deleteOne(engine, unit, collection, readDelete(body, collection, variables))),
        ),
      async (body) => {
        if (context.retry) throw new MongoError('InvalidOptions', 'Cannot use retryable writes with limit=0', {}, 72);
        const statement = readDelete(body, collection, variables);
        return deleted(await deleteMany(engine, context.work, collection, statement, context.check));
      },
    );
    return batchReply(outcomes, { n: totalOf(outcomes, 'n') });
  },
};
