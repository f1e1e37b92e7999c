import { Document } from '../../bson';
import type { Value } from '../../bson';
import type { Collection } from '../catalog/collection';
import { idOf } from '../collection/write-document';
import type { Engine } from '../engine';
import { documentKey } from '../keys/keys';
import type { Predicate } from '../match/predicate';
import { refuse } from '../mongo-error';
import { findStored } from '../query/find';
import { pause } from '../query/pause';
import { choosePlan } from '../query/plan';
import type { Stored } from '../query/read-plan';
import type { Sort } from '../query/sort';
import type { Unit } from '../storage/unit';
import { applyUpdate } from '../update/apply-update';
import type { Update } from '../update/parse-update';
import { positionIn } from '../update/position';
import { upsertBase } from '../update/upsert-base';
import { insertDocument } from './insert';
import { forEachStored, matchingKeys } from './many';
import type { Work } from './work';

/** One update statement, parsed. */
export type UpdateStatement = {
  readonly predicate: Predicate;
  readonly update: Update;
  readonly upsert: boolean;
  readonly multi: boolean;
  readonly sort: Sort | undefined;
  readonly hint: string | undefined;
};

/** What an update did; `before` and `after` are the documents of the last one touched. */
export type UpdateResult = {
  readonly matched: number;
  readonly modified: number;
  readonly upserted?: Value;
  readonly before?: Document;
  readonly after?: Document;
};

/** Finds the first document the statement means. */
export const firstMatch = (
  engine: Engine,
  unit: Unit,
  collection: Collection,
  { predicate, sort, hint }: Pick<UpdateStatement, 'predicate' | 'sort' | 'hint'>,
): Stored | undefined => {
  const id = idAskedFor(predicate);
  if (id && hint === undefined) return storedWith(unit, collection, id);
  const plan = choosePlan(collection, predicate, sort, engine.partialOf, hint);
  for (const stored of findStored(unit, collection, plan, { predicate, sort, skip: 0, limit: 1 }))
    if (stored !== pause) return stored;
  return undefined;
};

/** The _id, when the filter says what it equals: the most frequent filter needs no plan. */
const idAskedFor = (predicate: Predicate): Value | undefined => {
  if (predicate.kind !== 'path' || predicate.test.kind !== 'eq') return undefined;
  const { path, test } = predicate;
  return path.length === 1 && path[0] === '_id' && test.value.type !== 'array' ? test.value : undefined;
};

const storedWith = (unit: Unit, collection: Collection, id: Value): Stored | undefined => {
  const key = documentKey(collection.space, id);
  const bytes = unit.get(key);
  const document = bytes && Document.fromBytes(bytes);
  return document && { key, document };
};

/** Updates the first match, or inserts when there is none and the statement is an upsert. */
export const updateOne = (
  engine: Engine,
  unit: Unit,
  collection: Collection,
  statement: UpdateStatement,
): UpdateResult => {
  const stored = firstMatch(engine, unit, collection, statement);
  if (stored) return updateStored(engine, unit, collection, statement, stored.document);
  if (!statement.upsert) return { matched: 0, modified: 0 };
  const absent = statement.hint === undefined && idAskedFor(statement.predicate) !== undefined;
  return upsert(engine, unit, collection, statement, absent);
};

const updateStored = (
  engine: Engine,
  unit: Unit,
  collection: Collection,
  statement: UpdateStatement,
  before: Document,
): UpdateResult => {
  const after = applyUpdate(statement.update, before, positionIn(statement.predicate), false);
  if (after === before || after.bytes().equals(before.bytes()))
    return { matched: 1, modified: 0, before, after: before };
  engine.writer.replace(unit, collection, before, after);
  return { matched: 1, modified: 1, before, after };
};

/** Inserts what an upsert makes of its filter's equalities and its update; `absent` when its _id was looked for in vain. */
export const upsert = (
  engine: Engine,
  unit: Unit,
  collection: Collection,
  { predicate, update }: UpdateStatement,
  absent = false,
): UpdateResult => {
  const base = upsertBase(predicate);
  const id = base.get('_id');
  const start = update.kind === 'replacement' ? (id ? Document.of([['_id', id]]) : Document.empty) : base;
  const made = applyUpdate(update, start, positionIn(predicate), true);
  const inserted = insertDocument(engine, unit, collection, made, absent);
  return { matched: 0, modified: 0, upserted: idOf(inserted), after: inserted };
};

/** Updates every match. A failure leaves the ones before it updated, as in MongoDB. */
export const updateMany = async (
  engine: Engine,
  work: Work,
  collection: Collection,
  statement: UpdateStatement,
  check: () => void,
): Promise<UpdateResult> => {
  if (statement.update.kind === 'replacement')
    throw refuse('FailedToParse', 'multi update is not supported for replacement-style update');
  const keys = await matchingKeys(engine, work, collection, statement, check);
  let matched = 0;
  let modified = 0;
  await forEachStored(work, keys, statement.predicate, (unit, document) => {
    modified += updateStored(engine, unit, collection, statement, document).modified;
    matched++;
  });
  if (matched === 0 && statement.upsert) return work.run((unit) => upsert(engine, unit, collection, statement));
  return { matched, modified };
};
