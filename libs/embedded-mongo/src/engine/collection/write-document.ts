import { Document } from '../../bson';
import type { Value } from '../../bson';
import type { Collection } from '../catalog/collection';
import type { Index } from '../catalog/index-spec';
import { idKey, spaceKey } from '../keys/keys';
import { refuse } from '../mongo-error';
import type { Unit } from '../storage/unit';
import { duplicateKey } from './duplicate-key';
import { indexEntries } from './index-entries';
import type { IndexEntry } from './index-entries';

/** MongoDB's limit on one document (manual, "MongoDB Limits"). */
export const largestDocument = 16 * 1024 * 1024;

/** What the indexes of a collection need to know to decide whether a document belongs into a partial one. */
export type Covers = (index: Index, document: Document) => boolean;

/** Writes documents and their index entries together. Everything is checked before anything is written. */
export type DocumentWriter = {
  readonly insert: (unit: Unit, collection: Collection, document: Document) => void;
  readonly replace: (unit: Unit, collection: Collection, before: Document, after: Document) => void;
  readonly remove: (unit: Unit, collection: Collection, document: Document) => void;
};

type IndexChange = { readonly index: Index; readonly entry: IndexEntry };

/** Builds the writer; `onFlag` is told when an index becomes multikey or loses its order. */
export const documentWriter = (
  covers: Covers,
  onFlag: (unit: Unit, collection: Collection) => void,
): DocumentWriter => {
  const entriesOf = (index: Index, document: Document): readonly IndexEntry[] =>
    covers(index, document) ? indexEntries(document, index) : [];

  const note = (unit: Unit, collection: Collection, index: Index, entries: readonly IndexEntry[]): void => {
    const multikey = index.multikey || entries.length > 1 || entries.some(({ values }) => values.some(isEmptyArray));
    const shortened = index.shortened || entries.some((entry) => !entry.whole);
    if (multikey === index.multikey && shortened === index.shortened) return;
    index.multikey = multikey;
    index.shortened = shortened;
    onFlag(unit, collection);
  };

  const write = (
    unit: Unit,
    collection: Collection,
    before: Document | undefined,
    after: Document | undefined,
  ): void => {
    const id = idKey(idOf(after ?? before ?? Document.empty));
    const key = spaceKey(collection.space, id);
    const added: IndexChange[] = [];
    const removed: IndexChange[] = [];
    for (const index of collection.indexes) {
      const old = before ? entriesOf(index, before) : [];
      const fresh = after ? entriesOf(index, after) : [];
      note(unit, collection, index, fresh);
      for (const entry of fresh) if (!old.some((other) => other.key.equals(entry.key))) added.push({ index, entry });
      for (const entry of old) if (!fresh.some((other) => other.key.equals(entry.key))) removed.push({ index, entry });
    }
    unit.claim(key);
    for (const { index, entry } of removed) if (index.unique) unit.claim(spaceKey(index.space, entry.key));
    for (const { index, entry } of added) if (index.unique) requireFree(unit, collection, index, entry);
    if (after) unit.put(key, after.bytes());
    else unit.remove(key);
    for (const { index, entry } of removed) unit.remove(entryKey(index, entry, id));
    for (const { index, entry } of added) unit.put(entryKey(index, entry, id), id);
  };

  return {
    insert: (unit, collection, document) => {
      requireSize(document);
      const key = spaceKey(collection.space, idKey(idOf(document)));
      unit.claim(key);
      if (unit.get(key)) throw duplicateKey(collection, '_id_', idPattern, [idOf(document)]);
      write(unit, collection, undefined, document);
      adjustCount(unit, collection, 1);
    },
    replace: (unit, collection, before, after) => {
      requireSize(after);
      write(unit, collection, before, after);
    },
    remove: (unit, collection, document) => {
      write(unit, collection, document, undefined);
      adjustCount(unit, collection, -1);
    },
  };
};

const idPattern = Document.of([['_id', { type: 'int', value: 1 }]]);

const isEmptyArray = (value: Value): boolean => value.type === 'undefined';

/** The _id of a stored document. */
export const idOf = (document: Document): Value => document.get('_id') ?? { type: 'null' };

const adjustCount = (unit: Unit, collection: Collection, by: number): void => {
  unit.afterCommit(() => {
    collection.count += by;
  });
};

const requireSize = (document: Document): void => {
  const size = document.bytes().length;
  if (size > largestDocument)
    throw refuse(
      'BSONObjectTooLarge',
      `BSONObj size: ${size} is invalid. Size must be between 0 and ${largestDocument}(16MB)`,
    );
};

/** A unique index has one entry per key, without the _id; others end in the _id. */
export const entryKey = (index: Index, entry: IndexEntry, id: Buffer): Buffer =>
  index.unique ? spaceKey(index.space, entry.key) : spaceKey(index.space, entry.key, id);

const requireFree = (unit: Unit, collection: Collection, index: Index, entry: IndexEntry): void => {
  const key = spaceKey(index.space, entry.key);
  unit.claim(key);
  const pattern = index.spec.get('key');
  if (unit.get(key))
    throw duplicateKey(collection, index.name, pattern?.type === 'object' ? pattern.value : idPattern, entry.values);
};
