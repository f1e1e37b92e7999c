import { Document } from '../../bson';
import { parseFilter } from '../../engine/match/parse-filter';
import { refuse } from '../../engine/mongo-error';
import { pause } from '../../engine/query/pause';
import { choosePlan } from '../../engine/query/plan';
import type { Plan } from '../../engine/query/plan';
import type { Query } from '../../engine/query/find';
import { parseProjection } from '../../engine/query/projection';
import type { Projection } from '../../engine/query/projection';
import { parseSort } from '../../engine/query/sort';
import type { Collection } from '../../engine/catalog/collection';
import { collectionName, flag, naturalNumber, optionalDocument, optionalWhole } from '../command';
import type { Command } from '../command';
import type { Context, Handler } from '../handler';
import { hintOf } from './hint';
import { defaultBatch, openCursor } from './open-cursor';
import { collectionToRead, queryDocuments, scratchOf } from './read-source';
import { variablesOf } from './variables';

/** A find command, understood. */
export type Find = {
  readonly collection: Collection | undefined;
  readonly query: Query;
  readonly plan: Plan | undefined;
  readonly projection: Projection;
};

export const findFields =
  'filter sort projection hint skip limit batchSize singleBatch let allowDiskUse noCursorTimeout allowPartialResults returnKey showRecordId tailable awaitData oplogReplay max min'.split(
    ' ',
  );

const refused = ['returnKey', 'showRecordId', 'tailable', 'awaitData'];

/** Reads a find command and plans it. */
export const planFind = (context: Context, command: Command): Find => {
  for (const name of refused)
    if (flag(command, name)) throw refuse('NotImplemented', `${name} is not supported by this node`);
  if (command.body.has('min') || command.body.has('max'))
    throw refuse('NotImplemented', 'min and max are not supported by this node');
  const name = collectionName(command);
  const collection = collectionToRead(context, command.database, name);
  const variables = variablesOf(command);
  const filter = optionalDocument(command, 'filter') ?? Document.empty;
  const order = optionalDocument(command, 'sort');
  const natural = order?.has('$natural') === true;
  const sort = order && order.size > 0 && !natural ? parseSort({ type: 'object', value: order }) : undefined;
  const query: Query = {
    predicate: parseFilter(filter, variables),
    sort,
    skip: naturalNumber(command, 'skip'),
    limit: Math.abs(optionalWhole(command, 'limit') ?? 0),
    scratch: scratchOf(context, command),
  };
  const projection = parseProjection(
    optionalDocument(command, 'projection') ?? Document.empty,
    variables,
    false,
    filter,
  );
  const hint = natural ? '$natural' : hintOf(command, collection);
  const plan = collection && choosePlan(collection, query.predicate, sort, context.node.engine.partialOf, hint);
  return { collection, query, plan, projection };
};

const documentsOf = function* (
  context: Context,
  { collection, query, plan, projection }: Find,
): Generator<Document | typeof pause> {
  if (!collection || !plan) return;
  for (const document of queryDocuments(context, collection, plan, query))
    yield document === pause ? pause : projection(document);
};

/** The find command. */
export const find: Handler = {
  fields: findFields,
  inTransaction: true,
  run: (context, command) => {
    const planned = planFind(context, command);
    const limit = optionalWhole(command, 'limit') ?? 0;
    const namespace = `${command.database}.${collectionName(command)}`;
    const batchSize = optionalWhole(command, 'batchSize') ?? defaultBatch;
    if (batchSize < 0)
      throw refuse('BadValue', `BSON field 'batchSize' value must be >= 0, actual value '${batchSize}'`);
    return openCursor(
      context,
      namespace,
      documentsOf(context, planned),
      batchSize,
      flag(command, 'singleBatch') || limit < 0,
    );
  },
};
