import { insertDocument } from '../../engine/write/insert';
import { documentList } from '../command';
import type { Handler } from '../handler';
import { batchReply, collectionToWrite, requireBatch, runBatch, totalOf } from './batch';

const done = { n: 1, nModified: 0 };

/** The insert command. */
export const insert: Handler = {
  fields: ['documents', 'ordered', 'bypassDocumentValidation'],
  inTransaction: true,
  run: async (context, command) => {
    const documents = requireBatch(documentList(command, 'documents'));
    const collection = await collectionToWrite(context, command);
    const outcomes = await runBatch(context, command, documents, (unit, document) => {
      insertDocument(context.node.engine, unit, collection, document);
      return done;
    });
    return batchReply(outcomes, { n: totalOf(outcomes, 'n') });
  },
};
