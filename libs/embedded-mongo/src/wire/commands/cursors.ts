import { refuse } from '../../engine/mongo-error';
import { optionalText, optionalWhole, requiredList } from '../command';
import { nextBatch } from '../cursors';
import type { Handler } from '../handler';
import { okReply } from '../reply';

const unbounded = Number.MAX_SAFE_INTEGER;

/** Going on with cursors and closing them. */
export const cursors: Readonly<Record<string, Handler>> = {
  getMore: {
    fields: ['collection', 'batchSize'],
    inTransaction: true,
    run: async (context, command) => {
      const id = command.body.get('getMore');
      if (id?.type !== 'long')
        throw refuse('TypeMismatch', "BSON field 'getMore.getMore' is the wrong type, expected type 'long'");
      const open = context.node.cursors;
      const cursor = open.find(id.value);
      const namespace = `${command.database}.${optionalText(command, 'collection') ?? ''}`;
      if (cursor.namespace !== namespace)
        throw refuse(
          'Unauthorized',
          `Requested getMore on namespace '${namespace}', but cursor belongs to a different namespace ${cursor.namespace}`,
        );
      if (cursor.owner !== context.owner)
        throw refuse(
          'Unauthorized',
          `Cannot run getMore on cursor ${id.value}, which was created in another session or transaction`,
        );
      const size = optionalWhole(command, 'batchSize');
      try {
        const { documents, finished } = await nextBatch(
          cursor,
          size === undefined || size === 0 ? unbounded : size,
          context.check,
        );
        if (finished) open.close(cursor.id);
        return okReply({
          cursor: { nextBatch: { bson: documents }, id: finished ? 0n : cursor.id, ns: cursor.namespace },
        });
      } catch (error) {
        open.close(cursor.id);
        throw error;
      }
    },
  },
  killCursors: {
    fields: ['cursors'],
    inTransaction: true,
    run: ({ node }, command) => {
      const ids = requiredList(command, 'cursors').flatMap((id) => (id.type === 'long' ? [id.value] : []));
      const killed = ids.filter((id) => node.cursors.close(id));
      return okReply({
        cursorsKilled: killed,
        cursorsNotFound: ids.filter((id) => !killed.includes(id)),
        cursorsAlive: [],
        cursorsUnknown: [],
      });
    },
  },
};
