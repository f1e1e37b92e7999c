import { Document, plainDocument } from '../../bson';
import type { Value } from '../../bson';
import { compilePipeline, leadingFilter, countedOf } from '../../engine/aggregate/pipeline';
import type { Stream } from '../../engine/aggregate/stage';
import type { Collection } from '../../engine/catalog/collection';
import type { Variables } from '../../engine/expression/expression';
import { parseFilter } from '../../engine/match/parse-filter';
import type { Predicate } from '../../engine/match/predicate';
import { MongoError } from '../../engine/mongo-error';
import { findStored } from '../../engine/query/find';
import type { Query } from '../../engine/query/find';
import { pause } from '../../engine/query/pause';
import { choosePlan } from '../../engine/query/plan';
import type { Plan } from '../../engine/query/plan';
import type { Scratch } from '../../engine/storage/scratch-file';
import { flag } from '../command';
import type { Command } from '../command';
import type { Context } from '../handler';

/** The collection a read works on; undefined when there is none. A snapshot older than its last change is refused. */
export const collectionToRead = (context: Context, database: string, name: string): Collection | undefined => {
  const collection = context.node.engine.catalog.find(database, name);
  const transaction = context.work.transaction;
  if (collection && transaction && collection.changedAt > transaction.snapshot)
    throw new MongoError(
      'SnapshotUnavailable',
      'Unable to read from a snapshot due to pending collection catalog changes; please retry the operation.',
      {},
      undefined,
      ['TransientTransactionError'],
    );
  return collection;
};

/** A query's documents. */
export const queryDocuments = function* (
  context: Context,
  collection: Collection,
  plan: Plan,
  query: Query,
): Generator<Document | typeof pause> {
  for (const stored of findStored(context.work.reader, collection, plan, query))
    yield stored === pause ? pause : stored.document;
};

/** Several filters as one. */
export const allOf = (filters: readonly Document[], variables: Variables): Predicate => {
  const predicates = filters.map((filter) => parseFilter(filter, variables));
  return { kind: 'and', of: predicates };
};

/** What a pipeline reads and how: its leading conditions served by an index where one fits. */
export type PipelineSource = { readonly plan: Plan | undefined; readonly stream: Stream };

/** What a command says beside its pipeline. */
export type PipelineOptions = {
  readonly variables: Variables;
  readonly hint: string | undefined;
  readonly scratch: Scratch | undefined;
};

/** Where the sorts of a command may go on that memory does not hold. MongoDB lets them by default (allowDiskUseByDefault). */
export const scratchOf = ({ node }: Context, command: Command): Scratch | undefined =>
  flag(command, 'allowDiskUse', true) ? node.engine.scratch : undefined;

/** Runs a pipeline over a collection, or over nothing when there is none. */
export const aggregateDocuments = (
  context: Context,
  database: string,
  collection: Collection | undefined,
  stages: readonly Value[],
  { variables, hint, scratch }: PipelineOptions,
): PipelineSource => {
  const { filters, rest } = leadingFilter(stages);
  const stage = compilePipeline(rest, {
    variables,
    database,
    sessions: sessionsOf(context),
    scratch,
    read: (name) => {
      const other = collectionToRead(context, database, name);
      return other ? wholeCollection(context, other) : [];
    },
  });
  const predicate = allOf(filters, variables);
  if (!collection) return { plan: undefined, stream: stage([]) };
  const plan = choosePlan(collection, predicate, undefined, context.node.engine.partialOf, hint);
  const wanted = countedOf(rest);
  if (wanted !== undefined && plan.exact && !context.work.transaction) {
    const { storage } = context.node.engine;
    const count = plan.ranges.reduce((sum, range) => sum + storage.count(range), 0);
    return { plan, stream: stage(Array<Document>(Math.min(count, wanted)).fill(Document.empty)) };
  }
  return {
    plan,
    stream: stage(queryDocuments(context, collection, plan, { predicate, sort: undefined, skip: 0, limit: 0 })),
  };
};

const sessionsOf = ({ session }: Context): readonly Document[] =>
  session
    ? [plainDocument({ _id: { id: { bson: { type: 'binData', subtype: 4, value: session } } }, lastUse: new Date() })]
    : [];

const wholeCollection = (context: Context, collection: Collection): Stream => {
  const predicate: Predicate = { kind: 'and', of: [] };
  const plan = choosePlan(collection, predicate, undefined, context.node.engine.partialOf);
  return queryDocuments(context, collection, plan, { predicate, sort: undefined, skip: 0, limit: 0 });
};
