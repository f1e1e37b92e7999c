import { Document } from '../../bson';
import type { Collection } from '../../engine/catalog/collection';
import { parseFilter } from '../../engine/match/parse-filter';
import { drain } from '../../engine/query/pause';
import { choosePlan } from '../../engine/query/plan';
import { collectionName, naturalNumber, optionalDocument, optionalWhole } from '../command';
import type { Command } from '../command';
import type { Context, Handler } from '../handler';
import { okReply } from '../reply';
import { hintOf } from './hint';
import { collectionToRead, queryDocuments } from './read-source';

/** Counts from the index alone when it answers the whole filter, else by reading. */
export const countDocuments = async (
  context: Context,
  collection: Collection,
  filter: Document,
  hint?: string,
  bound = 0,
): Promise<number> => {
  const predicate = parseFilter(filter);
  const plan = choosePlan(collection, predicate, undefined, context.node.engine.partialOf, hint);
  if (!context.work.transaction) {
    if (filter.size === 0) return collection.count;
    if (plan.exact) return plan.ranges.reduce((sum, range) => sum + context.node.engine.storage.count(range), 0);
  }
  let total = 0;
  await drain(
    queryDocuments(context, collection, plan, { predicate, sort: undefined, skip: 0, limit: bound }),
    () => ++total > 0,
    context.check,
  );
  return total;
};

const run = async (context: Context, command: Command): Promise<Document> => {
  const collection = collectionToRead(context, command.database, collectionName(command));
  const skip = naturalNumber(command, 'skip');
  const limit = Math.abs(optionalWhole(command, 'limit') ?? 0);
  const hint = hintOf(command, collection);
  const filter = optionalDocument(command, 'query') ?? Document.empty;
  const all = collection ? await countDocuments(context, collection, filter, hint) : 0;
  const rest = Math.max(all - skip, 0);
  return okReply({ n: limit === 0 ? rest : Math.min(rest, limit) });
};

/** The count command. */
export const count: Handler = { fields: ['query', 'limit', 'skip', 'hint', 'fields'], run };
