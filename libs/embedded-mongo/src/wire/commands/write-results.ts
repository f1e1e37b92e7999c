import { randomUUID } from 'node:crypto';
import { Document } from '../../bson';
import type { Value } from '../../bson';
import type { Stream } from '../../engine/aggregate/stage';
import { stageOf } from '../../engine/aggregate/pipeline';
import { idKey, spaceKey } from '../../engine/keys/keys';
import { idOf } from '../../engine/collection/write-document';
import { collectionFor } from '../../engine/engine';
import { MongoError, refuse } from '../../engine/mongo-error';
import { drain } from '../../engine/query/pause';
import type { Unit } from '../../engine/storage/unit';
import type { Collection } from '../../engine/catalog/collection';
import { insertDocument, withId } from '../../engine/write/insert';
import { addIndexes, renameCollection } from '../../engine/write/schema';
import { requireCollectionName } from '../command';
import type { Context } from '../handler';

/** The stage that writes the results of a pipeline, and the stages before it. */
export type Writing = { readonly name: '$out' | '$merge'; readonly operand: Value; readonly before: readonly Value[] };

/** Splits off a last stage that writes; anywhere else such a stage is unknown. */
export const writingStage = (stages: readonly Value[]): Writing | undefined => {
  const last = stages.at(-1);
  if (!last) return undefined;
  const [name, operand] = stageOf(last);
  return name === '$out' || name === '$merge' ? { name, operand, before: stages.slice(0, -1) } : undefined;
};

type Target = { readonly database: string; readonly name: string };

const targetOf = (operand: Value, database: string): Target => {
  const spec = operand.type === 'object' ? operand.value : Document.of([['coll', operand]]);
  const [db, coll] = [spec.get('db'), spec.get('coll')];
  if (coll?.type !== 'string')
    throw refuse('FailedToParse', 'the target of $out and $merge must be a collection name or { db, coll }');
  const target = { database: db?.type === 'string' ? db.value : database, name: coll.value };
  requireCollectionName(target.database, target.name);
  return target;
};

const collect = async (context: Context, stream: Stream): Promise<readonly Document[]> => {
  const documents: Document[] = [];
  await drain(stream[Symbol.iterator](), (document) => documents.push(document) > 0, context.check);
  return documents;
};

const writtenAtOnce = 500;

const inPieces = async (
  context: Context,
  documents: readonly Document[],
  write: (unit: Unit, document: Document) => void,
): Promise<void> => {
  for (let from = 0; from < documents.length; from += writtenAtOnce)
    await context.work.run((unit) => {
      for (const document of documents.slice(from, from + writtenAtOnce)) write(unit, document);
    });
};

/** Writes the results; nothing of them is answered. */
export const writeResults = async (
  context: Context,
  database: string,
  { name, operand }: Writing,
  stream: Stream,
): Promise<void> => {
  if (context.work.transaction)
    throw refuse('OperationNotSupportedInTransaction', `${name} cannot be used in a transaction`);
  const documents = await collect(context, stream);
  if (name === '$out') await replaceCollection(context, targetOf(operand, database), documents);
  else await mergeInto(context, database, operand, documents);
};

/** $out fills a new collection with the indexes of the old one and puts it in its place at once. */
const replaceCollection = async (context: Context, target: Target, documents: readonly Document[]): Promise<void> => {
  const { engine } = context.node;
  const temporary = `tmp.agg_out.${randomUUID()}`;
  const collection = await collectionFor(engine, target.database, temporary);
  const present = engine.catalog.find(target.database, target.name);
  if (present && present.indexes.length > 0)
    await addIndexes(
      engine,
      collection,
      present.indexes.map(({ spec }) => spec),
    );
  await inPieces(context, documents, (unit, document) => insertDocument(engine, unit, collection, document));
  await renameCollection(engine, {
    from: [target.database, temporary],
    to: [target.database, target.name],
    dropTarget: true,
  });
};

const mergeInto = async (
  context: Context,
  database: string,
  operand: Value,
  documents: readonly Document[],
): Promise<void> => {
  const spec =
    operand.type === 'object' && operand.value.has('into') ? operand.value : Document.of([['into', operand]]);
  const target = targetOf(spec.get('into') ?? operand, database);
  const on = spec.get('on');
  if (on && !(on.type === 'string' && on.value === '_id'))
    throw refuse('NotImplemented', '$merge on fields other than _id is not supported by this node');
  const matched = choice(spec, 'whenMatched', ['merge', 'replace', 'keepExisting', 'fail']);
  const unmatched = choice(spec, 'whenNotMatched', ['insert', 'discard', 'fail']);
  const collection = await collectionFor(context.node.engine, target.database, target.name);
  await inPieces(context, documents.map(withId), (unit, document) => {
    mergeOne(context, unit, collection, document, matched, unmatched);
  });
};

const choice = (spec: Document, name: string, allowed: readonly string[]): string => {
  const value = spec.get(name);
  const chosen = value === undefined ? allowed[0] : value.type === 'string' ? value.value : undefined;
  if (chosen === undefined || !allowed.includes(chosen))
    throw refuse('NotImplemented', `$merge: ${name} may be one of ${allowed.join(', ')} on this node`);
  return chosen;
};

const mergeOne = (
  context: Context,
  unit: Unit,
  collection: Collection,
  document: Document,
  matched: string,
  unmatched: string,
): void => {
  const { engine } = context.node;
  const bytes = unit.get(spaceKey(collection.space, idKey(idOf(document))));
  if (!bytes) {
    if (unmatched === 'fail')
      throw new MongoError(
        'MergeStageNoMatchingDocument',
        '$merge could not find a matching document in the target collection for at least one document in the source collection',
        {},
        13113,
      );
    if (unmatched === 'insert') insertDocument(engine, unit, collection, document);
    return;
  }
  if (matched === 'keepExisting') return;
  const before = Document.fromBytes(bytes);
  if (matched === 'fail') {
    insertDocument(engine, unit, collection, document);
    return;
  }
  const after = matched === 'replace' ? document : Document.of([...before.fields, ...document.fields]);
  if (!after.bytes().equals(bytes)) engine.writer.replace(unit, collection, before, after);
};
