import { Document, plainDocument } from '../../bson';
import type { PlainDocument } from '../../bson';
import type { Collection } from '../../engine/catalog/collection';
import { idIndexSpec } from '../../engine/catalog/index-spec';
import { matches } from '../../engine/match/matches';
import { parseFilter } from '../../engine/match/parse-filter';
import { refuse } from '../../engine/mongo-error';
import { createCollection, dropCollection, dropDatabase, renameCollection } from '../../engine/write/schema';
import {
  collectionName,
  flag,
  optionalDocument,
  optionalText,
  optionalWhole,
  requireCollectionName,
  statementOf,
} from '../command';
import type { Handler } from '../handler';
import { okReply } from '../reply';
import { defaultBatch, openCursor } from './open-cursor';

const describe = ({ name, options, uuid }: Collection): Document =>
  plainDocument({
    name,
    type: 'collection',
    options,
    info: { readOnly: false, uuid: { bson: { type: 'binData', subtype: 4, value: uuid } } } satisfies PlainDocument,
    idIndex: idIndexSpec(),
  });

/** Options of `create` that are kept and answered again; they change nothing here. */
const harmless = ['idIndex', 'storageEngine', 'indexOptionDefaults', 'clusteredIndex', 'encryptedFields'];
const refused = [
  'capped',
  'timeseries',
  'viewOn',
  'pipeline',
  'validator',
  'collation',
  'changeStreamPreAndPostImages',
  'expireAfterSeconds',
  'size',
  'max',
];

const splitNamespace = (text: string | undefined): readonly [string, string] => {
  const dot = text?.indexOf('.') ?? -1;
  if (text === undefined || dot <= 0) throw refuse('InvalidNamespace', `Invalid namespace specified '${text ?? ''}'`);
  const names = [text.slice(0, dot), text.slice(dot + 1)] as const;
  requireCollectionName(...names);
  return names;
};

/** Commands about collections as a whole. */
export const collections: Readonly<Record<string, Handler>> = {
  create: {
    fields: [...harmless, ...refused, 'validationLevel', 'validationAction'],
    inTransaction: true,
    run: async ({ node }, command) => {
      const name = collectionName(command);
      for (const option of refused)
        if (command.body.has(option) && (option !== 'capped' || flag(command, option)))
          throw refuse('InvalidOptions', `create: the option ${option} is not supported by this node`);
      if (!(await createCollection(node.engine, command.database, name, Document.empty)))
        throw refuse('NamespaceExists', `Collection ${command.database}.${name} already exists.`);
      return okReply({});
    },
  },
  drop: {
    fields: [],
    run: async ({ node }, command) => {
      const name = collectionName(command);
      const indexes = await dropCollection(node.engine, command.database, name);
      return okReply(indexes === undefined ? {} : { nIndexesWas: indexes, ns: `${command.database}.${name}` });
    },
  },
  dropDatabase: {
    fields: [],
    run: async ({ node }, command) => {
      await dropDatabase(node.engine, command.database);
      return okReply({ dropped: command.database });
    },
  },
  renameCollection: {
    fields: ['to', 'dropTarget', 'stayTemp'],
    run: async ({ node }, command) => {
      if (command.database !== 'admin')
        throw refuse('Unauthorized', 'renameCollection may only be run against the admin database.');
      const from = splitNamespace(optionalText(command, 'renameCollection'));
      const to = splitNamespace(optionalText(command, 'to'));
      if (from.join('.') === to.join('.')) throw refuse('IllegalOperation', "Can't rename a collection to itself");
      await renameCollection(node.engine, { from, to, dropTarget: flag(command, 'dropTarget') });
      return okReply({});
    },
  },
  listCollections: {
    fields: ['filter', 'nameOnly', 'cursor', 'authorizedCollections'],
    run: (context, command) => {
      const filter = parseFilter(optionalDocument(command, 'filter') ?? Document.empty);
      const found = context.node.engine.catalog
        .list(command.database)
        .map(describe)
        .filter((entry) => matches(filter, entry))
        .map((entry) =>
          flag(command, 'nameOnly')
            ? Document.of([...entry.fields].filter(([name]) => name === 'name' || name === 'type'))
            : entry,
        );
      const cursor = optionalDocument(command, 'cursor');
      const batchSize = (cursor && optionalWhole(statementOf('cursor', cursor), 'batchSize')) ?? defaultBatch;
      return openCursor(context, `${command.database}.$cmd.listCollections`, found, batchSize, false);
    },
  },
  collStats: {
    fields: ['scale'],
    run: ({ node }, command) => {
      const name = collectionName(command);
      const collection = node.engine.catalog.find(command.database, name);
      return okReply({
        ns: `${command.database}.${name}`,
        count: collection?.count ?? 0,
        nindexes: collection ? collection.indexes.length + 1 : 0,
        capped: false,
      });
    },
  },
  dbStats: {
    fields: ['scale', 'freeStorage'],
    run: ({ node }, command) => {
      const list = node.engine.catalog.list(command.database);
      return okReply({
        db: command.database,
        collections: list.length,
        views: 0,
        objects: list.reduce((sum, { count }) => sum + count, 0),
        indexes: list.reduce((sum, { indexes }) => sum + indexes.length + 1, 0),
      });
    },
  },
};
