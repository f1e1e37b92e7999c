import { ClientSession, MongoClient } from 'mongodb';
import type { Collection, Db, Document } from 'mongodb';
import type { Entities } from './entities';
import type { Json, Operation } from './format';

/** Arguments as the driver takes them: the files hold what its types describe. */
type Arguments = Document;

/** The file's arguments without those the driver takes by position. */
const without = (values: Json, ...names: readonly string[]): Document =>
  Object.fromEntries(Object.entries(values).filter(([name]) => !names.includes(name)));

const onCollection: Readonly<
  Record<string, (collection: Collection, values: Arguments, all: Json) => Promise<unknown>>
> = {
  find: (collection, { filter }, all) => collection.find(filter, without(all, 'filter')).toArray(),
  findOne: (collection, { filter }, all) => collection.findOne(filter, without(all, 'filter')),
  insertOne: (collection, { document }, all) => collection.insertOne(document, without(all, 'document')),
  insertMany: async (collection, { documents }, all) => {
    const result = await collection.insertMany(documents, without(all, 'documents'));
    return { ...result, insertedIds: result.insertedIds };
  },
  updateOne: (collection, { filter, update }, all) =>
    collection.updateOne(filter, update, without(all, 'filter', 'update')),
  updateMany: (collection, { filter, update }, all) =>
    collection.updateMany(filter, update, without(all, 'filter', 'update')),
  replaceOne: (collection, { filter, replacement }, all) =>
    collection.replaceOne(filter, replacement, without(all, 'filter', 'replacement')),
  deleteOne: (collection, { filter }, all) => collection.deleteOne(filter, without(all, 'filter')),
  deleteMany: (collection, { filter }, all) => collection.deleteMany(filter, without(all, 'filter')),
  findOneAndDelete: (collection, { filter }, all) => collection.findOneAndDelete(filter, without(all, 'filter')),
  findOneAndReplace: (collection, { filter, replacement }, all) =>
    collection.findOneAndReplace(filter, replacement, returned(without(all, 'filter', 'replacement'))),
  findOneAndUpdate: (collection, { filter, update }, all) =>
    collection.findOneAndUpdate(filter, update, returned(without(all, 'filter', 'update'))),
  bulkWrite: async (collection, _values, all) => {
    const result = await collection.bulkWrite(
      all['requests'] as Parameters<Collection['bulkWrite']>[0],
      without(all, 'requests'),
    );
    const { insertedCount, matchedCount, modifiedCount, deletedCount, upsertedCount, insertedIds, upsertedIds } =
      result;
    return { insertedCount, matchedCount, modifiedCount, deletedCount, upsertedCount, insertedIds, upsertedIds };
  },
  aggregate: (collection, { pipeline }, all) => collection.aggregate(pipeline, without(all, 'pipeline')).toArray(),
  countDocuments: (collection, { filter }, all) => collection.countDocuments(filter, without(all, 'filter')),
  count: (collection, { filter }, all) => collection.count(filter, without(all, 'filter')), // eslint-disable-line @typescript-eslint/no-deprecated -- the specification tests it
  estimatedDocumentCount: (collection, _values, all) => collection.estimatedDocumentCount(all),
  distinct: (collection, { fieldName, filter }, all) =>
    collection.distinct(fieldName, filter, without(all, 'fieldName', 'filter')),
  createIndex: (collection, { keys }, all) =>
    collection.createIndex(keys, without(all, 'keys', 'session'), { session: all['session'] as ClientSession }),
};

const returned = (options: Document): Document =>
  'returnDocument' in options
    ? { ...options, returnDocument: String(options['returnDocument']).toLowerCase() }
    : options;

const onDatabase: Readonly<Record<string, (database: Db, values: Arguments, all: Json) => Promise<unknown>>> = {
  aggregate: (database, { pipeline }, all) => database.aggregate(pipeline, without(all, 'pipeline')).toArray(),
  runCommand: (database, { command }, all) => database.command(command, without(all, 'command', 'commandName')),
  createCollection: (database, { collection }, all) =>
    database.createCollection(collection, without(all, 'collection')),
  dropCollection: (database, { collection }, all) => database.dropCollection(collection, without(all, 'collection')),
};

const onSession: Readonly<Record<string, (session: ClientSession, all: Json) => Promise<unknown>>> = {
  startTransaction: (session, all) => {
    session.startTransaction(all);
    return Promise.resolve();
  },
  commitTransaction: (session, all) => session.commitTransaction(all),
  abortTransaction: (session, all) => session.abortTransaction(all),
  endSession: (session) => session.endSession(),
};

/** The arguments with the sessions they name put in their place. */
const resolveSession = (values: Json | undefined, entities: Entities): Json =>
  values && 'session' in values ? { ...values, session: entities.session(values['session']) } : (values ?? {});

/** Performs one operation of a test on the entity it names. */
export const perform = (operation: Operation, entities: Entities): Promise<unknown> => {
  const all = resolveSession(operation.arguments, entities);
  const values = all as Arguments;
  const target = entities.all.get(operation.object);
  const unknown = new Error(`${operation.name} on ${operation.object} is not known to this runner`);
  if (target instanceof ClientSession) return onSession[operation.name]?.(target, all) ?? Promise.reject(unknown);
  if (target instanceof MongoClient) return Promise.reject(unknown);
  const isDatabase = typeof target === 'object' && target !== null && 'command' in target;
  const performed = isDatabase
    ? onDatabase[operation.name]?.(entities.database(operation.object), values, all)
    : onCollection[operation.name]?.(entities.collection(operation.object), values, all);
  return performed ?? Promise.reject(unknown);
};
