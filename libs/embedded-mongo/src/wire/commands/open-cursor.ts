import type { Document } from '../../bson';
import { nextBatch } from '../cursors';
import type { Context } from '../handler';
import { okReply } from '../reply';
import type { Paused } from '../../engine/query/pause';

/** Documents in a first batch when the client does not say (MongoDB's default). */
export const defaultBatch = 101;

/** Reads the first batch and keeps the cursor open when more follow. */
export const openCursor = async (
  context: Context,
  namespace: string,
  source: Iterable<Paused<Document>>,
  batchSize: number,
  single: boolean,
): Promise<Document> => {
  const { cursors } = context.node;
  const cursor = cursors.create(namespace, source[Symbol.iterator](), context.owner);
  try {
    const { documents, finished } = await nextBatch(cursor, batchSize, context.check);
    const done = finished || single;
    if (done) cursors.close(cursor.id);
    return okReply({ cursor: { firstBatch: { bson: documents }, id: done ? 0n : cursor.id, ns: namespace } });
  } catch (error) {
    cursors.close(cursor.id);
    throw error;
  }
};
