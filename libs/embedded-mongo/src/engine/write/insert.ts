import { ObjectId } from 'bson';
import { Document } from '../../bson';
import type { Value } from '../../bson';
import type { Collection } from '../catalog/collection';
import type { Engine } from '../engine';
import { refuse } from '../mongo-error';
import type { Unit } from '../storage/unit';

/** A fresh ObjectId. */
export const newObjectId = (): Value => ({ type: 'objectId', value: Buffer.from(new ObjectId().id) });

/** The document with an _id in front, generated when it has none. */
export const withId = (document: Document): Document => {
  const id = document.get('_id');
  if (id && document.firstName === '_id') return document;
  return Document.of([['_id', id ?? newObjectId()], ...[...document.fields].filter(([name]) => name !== '_id')]);
};

/** Refuses what MongoDB does not take as an _id. */
export const requireValidId = (document: Document): void => {
  const id = document.get('_id');
  if (id?.type === 'array' || id?.type === 'regex' || id?.type === 'undefined')
    throw refuse('InvalidIdField', `The '_id' value cannot be of type ${id.type}`);
  if (id?.type !== 'object') return;
  for (const name of id.value.fields.keys())
    if (name.startsWith('$'))
      throw refuse(
        'DollarPrefixedFieldName',
        `_id fields may not contain '$'-prefixed fields: ${name} is not valid for storage.`,
      );
};

/**
 * Inserts one document as the store keeps it: with an _id, and a timestamp in place of an empty one. `absent`: the unit
 * has looked for its _id already and found none.
 */
export const insertDocument = (
  engine: Engine,
  unit: Unit,
  collection: Collection,
  given: Document,
  absent = false,
): Document => {
  const document = withClock(withId(given));
  requireValidId(document);
  engine.writer.insert(unit, collection, document, absent);
  return document;
};

let lastOrdinal = 0n;

/** Timestamp(0, 0) directly in the document stands for the server's time. */
const withClock = (document: Document): Document => {
  if (!document.holds('timestamp')) return document;
  let result = document;
  for (const [name, value] of document.fields)
    if (value.type === 'timestamp' && value.value === 0n && name !== '_id')
      result = result.with(name, {
        type: 'timestamp',
        value: (BigInt(Math.floor(Date.now() / 1000)) << 32n) | ++lastOrdinal,
      });
  return result;
};
