import { Document } from '../../bson';
import type { PlainDocument } from '../../bson';
import { namespaceOf } from '../../engine/catalog/collection';
import type { Collection } from '../../engine/catalog/collection';
import { refuse } from '../../engine/mongo-error';
import { drain } from '../../engine/query/pause';
import type { Plan } from '../../engine/query/plan';
import { choosePlan } from '../../engine/query/plan';
import { parseFilter } from '../../engine/match/parse-filter';
import { optionalDocument, requiredList } from '../command';
import type { Command } from '../command';
import type { Context, Handler } from '../handler';
import { okReply } from '../reply';
import { aggregateTarget } from './aggregate';
import { planFind } from './find';
import { aggregateDocuments, collectionToRead, queryDocuments, scratchOf } from './read-source';
import { variablesOf } from './variables';
import { hintOf } from './hint';

/** The stages of a plan, as MongoDB's explain names them. */
const stagesOf = (plan: Plan | undefined): PlainDocument => {
  if (!plan) return { stage: 'EOF' };
  if (!plan.index)
    return plan.bounded > 0
      ? { stage: 'CLUSTERED_IXSCAN', indexName: '_id_' }
      : { stage: 'COLLSCAN', direction: plan.reverse ? 'backward' : 'forward' };
  const key = plan.index.spec.get('key');
  return {
    stage: 'FETCH',
    inputStage: {
      stage: 'IXSCAN',
      indexName: plan.index.name,
      keyPattern: key?.type === 'object' ? key.value : Document.empty,
      isMultiKey: plan.index.multikey,
      isUnique: plan.index.unique,
      isSparse: plan.index.sparse,
      isPartial: plan.index.partialFilter !== undefined,
      direction: plan.reverse ? 'backward' : 'forward',
      boundedFields: plan.bounded,
      ranges: plan.ranges.length,
    },
  };
};

type Explained = {
  readonly collection: Collection | undefined;
  readonly plan: Plan | undefined;
  readonly count: () => Promise<number>;
};

const counting = async (context: Context, documents: Iterable<Document | symbol>): Promise<number> => {
  let total = 0;
  await drain(documents[Symbol.iterator]() as Iterator<Document>, () => ++total > 0, context.check);
  return total;
};

const explainFind = (context: Context, inner: Command): Explained => {
  const { collection, plan, query } = planFind(context, inner);
  return {
    collection,
    plan,
    count: () =>
      collection && plan ? counting(context, queryDocuments(context, collection, plan, query)) : Promise.resolve(0),
  };
};

const explainAggregate = (context: Context, inner: Command): Explained => {
  const name = aggregateTarget(inner);
  const collection = name === undefined ? undefined : collectionToRead(context, inner.database, name);
  const source = aggregateDocuments(context, inner.database, collection, requiredList(inner, 'pipeline'), {
    variables: variablesOf(inner),
    hint: hintOf(inner, collection),
    scratch: scratchOf(context, inner),
  });
  return { collection, plan: source.plan, count: () => counting(context, source.stream) };
};

const explainFilter = (context: Context, inner: Command, filter: Document): Explained => {
  const target = inner.body.get(inner.name);
  const collection = target?.type === 'string' ? collectionToRead(context, inner.database, target.value) : undefined;
  const predicate = parseFilter(filter);
  const plan =
    collection &&
    choosePlan(collection, predicate, undefined, context.node.engine.partialOf, hintOf(inner, collection));
  return {
    collection,
    plan,
    count: () =>
      collection && plan
        ? counting(
            context,
            queryDocuments(context, collection, plan, { predicate, sort: undefined, skip: 0, limit: 0 }),
          )
        : Promise.resolve(0),
  };
};

const explained = (context: Context, inner: Command): Explained => {
  switch (inner.name) {
    case 'find':
      return explainFind(context, inner);
    case 'aggregate':
      return explainAggregate(context, inner);
    case 'count':
    case 'distinct':
      return explainFilter(context, inner, optionalDocument(inner, 'query') ?? Document.empty);
    default:
      throw refuse('CommandNotFound', `Explain failed due to unknown command: ${inner.name}`);
  }
};

/** The explain command: which index a read uses. Counts are measured unless only the plan is asked for. */
export const explain: Handler = {
  fields: ['verbosity'],
  run: async (context, command) => {
    const body = optionalDocument(command, 'explain');
    const [name] = body?.fields.keys() ?? [];
    if (!body || name === undefined) throw refuse('FailedToParse', 'explain needs a command');
    const inner: Command = { name, database: command.database, body };
    const { collection, plan, count } = explained(context, inner);
    const order = optionalDocument(inner, 'sort');
    const stages = stagesOf(plan);
    const blocking = order !== undefined && order.size > 0 && plan !== undefined && !plan.sorted;
    const winningPlan = blocking ? { stage: 'SORT', sortPattern: order, inputStage: stages } : stages;
    const verbosity = command.body.get('verbosity');
    const planOnly = verbosity?.type === 'string' && verbosity.value === 'queryPlanner';
    const started = performance.now();
    const returned = planOnly ? 0 : await count();
    return okReply({
      explainVersion: '1',
      queryPlanner: {
        namespace: collection ? namespaceOf(collection) : command.database,
        winningPlan,
        rejectedPlans: [],
      },
      ...(!planOnly && {
        executionStats: {
          executionSuccess: true,
          nReturned: returned,
          executionTimeMillis: Math.round(performance.now() - started),
        },
      }),
    });
  },
};
