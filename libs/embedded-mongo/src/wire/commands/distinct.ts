import { Document } from '../../bson';
import type { Value } from '../../bson';
import { parseFilter } from '../../engine/match/parse-filter';
import { someAtPath } from '../../engine/match/path-values';
import { valueKey } from '../../engine/keys/keys';
import { refuse } from '../../engine/mongo-error';
import { drain } from '../../engine/query/pause';
import { choosePlan } from '../../engine/query/plan';
import { collectionName, optionalDocument, optionalText } from '../command';
import type { Handler } from '../handler';
import { okReply } from '../reply';
import { hintOf } from './hint';
import { collectionToRead, queryDocuments } from './read-source';

/** A reply must fit one document of 16 MiB. */
const largestReply = 16 * 1024 * 1024;

/** The distinct command: every value a path reaches, arrays taken apart, each once. */
export const distinct: Handler = {
  fields: ['key', 'query', 'hint'],
  inTransaction: true,
  run: async (context, command) => {
    const collection = collectionToRead(context, command.database, collectionName(command));
    const path = optionalText(command, 'key')?.split('.');
    if (!path) throw refuse('NoSuchKey', "BSON field 'distinct.key' is missing but a required field");
    const predicate = parseFilter(optionalDocument(command, 'query') ?? Document.empty);
    const values = new Map<string, Value>();
    let bytes = 0;
    const add = (value: Value | undefined): void => {
      if (!value) return;
      const key = valueKey(value).toString('latin1');
      if (values.has(key)) return;
      values.set(key, value);
      bytes += key.length;
      if (bytes > largestReply) throw refuse('ExceededMemoryLimit', 'distinct too big, 16mb cap');
    };
    if (collection) {
      const plan = choosePlan(
        collection,
        predicate,
        undefined,
        context.node.engine.partialOf,
        hintOf(command, collection),
      );
      const documents = queryDocuments(context, collection, plan, { predicate, sort: undefined, skip: 0, limit: 0 });
      await drain(
        documents,
        (document) => {
          someAtPath({ type: 'object', value: document }, path, 0, (value) => {
            if (value?.type === 'array') value.value.items.forEach(add);
            else add(value);
            return false;
          });
          return true;
        },
        context.check,
      );
    }
    return okReply({ values: [...values.values()].map((bson) => ({ bson })) });
  },
};
