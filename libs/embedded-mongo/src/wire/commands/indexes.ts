import { sameValue } from '../../bson';
import type { Document } from '../../bson';
import type { Collection } from '../../engine/catalog/collection';
import { idIndexSpec } from '../../engine/catalog/index-spec';
import type { Index } from '../../engine/catalog/index-spec';
import { collectionFor } from '../../engine/engine';
import { MongoError, refuse } from '../../engine/mongo-error';
import { addIndexes, dropIndexes } from '../../engine/write/schema';
import { collectionName, documentList, optionalDocument, optionalWhole, statementOf } from '../command';
import type { Command } from '../command';
import type { Handler } from '../handler';
import { okReply } from '../reply';
import { readIndexSpec } from './index-request';
import { defaultBatch, openCursor } from './open-cursor';

const requireCollection = (found: Collection | undefined, command: Command): Collection => {
  if (!found) throw refuse('NamespaceNotFound', `ns does not exist: ${command.database}.${collectionName(command)}`);
  return found;
};

/** The requested indexes that are not there yet; one that contradicts an existing one is refused. */
const missing = (collection: Collection, specs: readonly Document[]): readonly Document[] =>
  specs.filter((spec) => {
    const [name, key] = [spec.get('name'), spec.get('key')];
    const present = [{ spec: idIndexSpec() }, ...collection.indexes].find(
      (index) => sameField(index.spec, 'name', spec) || sameField(index.spec, 'key', spec),
    );
    if (!present || !name || !key) return true;
    if (sameField(present.spec, 'name', spec) && !sameField(present.spec, 'key', spec))
      throw refuse(
        'IndexKeySpecsConflict',
        `An existing index has the same name as the requested index. Requested index: ${nameOf(spec)}`,
      );
    if (isIdIndex(spec)) return false;
    if (!sameField(present.spec, 'name', spec))
      throw refuse('IndexOptionsConflict', `Index already exists with a different name: ${nameOf(present.spec)}`);
    if (!sameOptions(present.spec, spec))
      throw refuse(
        'IndexOptionsConflict',
        `An equivalent index already exists with the same name but different options. Requested index: ${nameOf(spec)}`,
      );
    return false;
  });

const sameField = (left: Document, name: string, right: Document): boolean => {
  const [one, other] = [left.get(name), right.get(name)];
  return one === undefined || other === undefined ? one === other : sameValue(one, other);
};

const sameOptions = (left: Document, right: Document): boolean =>
  ['unique', 'sparse', 'partialFilterExpression', 'expireAfterSeconds'].every((name) => sameField(left, name, right));

const nameOf = (spec: Document): string => {
  const name = spec.get('name');
  return name?.type === 'string' ? name.value : '';
};

const isIdIndex = (spec: Document): boolean => {
  const key = spec.get('key');
  return key?.type === 'object' && key.value.size === 1 && key.value.has('_id');
};

const createIndexes: Handler = {
  fields: ['indexes', 'commitQuorum', 'ignoreUnknownIndexOptions'],
  inTransaction: true,
  run: async ({ node }, command) => {
    const specs = documentList(command, 'indexes').map(readIndexSpec);
    if (specs.length === 0) throw refuse('BadValue', 'Must specify at least one index to create');
    const created = node.engine.catalog.find(command.database, collectionName(command)) === undefined;
    const collection = await collectionFor(node.engine, command.database, collectionName(command));
    const before = collection.indexes.length + 1;
    const added = missing(collection, specs);
    if (added.length > 0) await addIndexes(node.engine, collection, added);
    return okReply({
      numIndexesBefore: before,
      numIndexesAfter: collection.indexes.length + 1,
      createdCollectionAutomatically: created,
      ...(added.length === 0 && { note: 'all indexes already exist' }),
    });
  },
};

/** The indexes dropIndexes means: one by name or key, several by name, or all but _id. */
const chosen = (collection: Collection, command: Command): readonly Index[] => {
  const index = command.body.get('index');
  if (index?.type === 'string' && index.value === '*') return collection.indexes;
  const wanted = index?.type === 'array' ? index.value.items : index ? [index] : [];
  return wanted.map((item) => {
    if (
      (item.type === 'string' && item.value === '_id_') ||
      (item.type === 'object' && item.value.size === 1 && item.value.has('_id'))
    )
      throw new MongoError('InvalidOptions', 'cannot drop _id index', {}, 72);
    const found = collection.indexes.find(({ name, spec }) => {
      const key = spec.get('key');
      return item.type === 'string' ? name === item.value : key !== undefined && sameValue(key, item);
    });
    if (!found)
      throw refuse('IndexNotFound', `index not found with name [${item.type === 'string' ? item.value : 'by key'}]`);
    return found;
  });
};

/** Commands about indexes. */
export const indexes: Readonly<Record<string, Handler>> = {
  createIndexes,
  dropIndexes: {
    fields: ['index'],
    run: async ({ node }, command) => {
      const collection = requireCollection(
        node.engine.catalog.find(command.database, collectionName(command)),
        command,
      );
      const before = collection.indexes.length + 1;
      await dropIndexes(node.engine, collection, chosen(collection, command));
      return okReply({ nIndexesWas: before });
    },
  },
  listIndexes: {
    fields: ['cursor'],
    run: (context, command) => {
      const name = collectionName(command);
      const collection = requireCollection(context.node.engine.catalog.find(command.database, name), command);
      const cursor = optionalDocument(command, 'cursor');
      const batchSize = (cursor && optionalWhole(statementOf('cursor', cursor), 'batchSize')) ?? defaultBatch;
      const specs = [idIndexSpec(), ...collection.indexes.map(({ spec }) => spec)];
      return openCursor(context, `${command.database}.${name}`, specs, batchSize, false);
    },
  },
};
