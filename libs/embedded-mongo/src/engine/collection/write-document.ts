import { Document } from '../../bson';
import type { Value } from '../../bson';
import type { Collection } from '../catalog/collection';
import type { Index } from '../catalog/index-spec';
import { documentKey, idPart } from '../keys/keys';
import { refuse } from '../mongo-error';
import type { Unit } from '../storage/unit';
import { duplicateKey } from './duplicate-key';
import { indexChanges } from './index-changes';
import type { Covers } from './index-changes';
import type { IndexEntry } from './index-entries';

/** MongoDB's limit on one document (manual, "MongoDB Limits"). */
export const largestDocument = 16 * 1024 * 1024;

/** Writes documents and their index entries together. Everything is checked before anything is written. */
export type DocumentWriter = {
  /** `absent`: the unit has looked for a document with this _id already, and there is none. */
  readonly insert: (unit: Unit, collection: Collection, document: Document, absent?: boolean) => void;
  readonly replace: (unit: Unit, collection: Collection, before: Document, after: Document) => void;
  readonly remove: (unit: Unit, collection: Collection, document: Document) => void;
};

type IndexChange = { readonly index: Index; readonly entry: IndexEntry };

/** Builds the writer; `onFlag` is told when an index becomes multikey or loses its order. */
export const documentWriter = (
  covers: Covers,
  onFlag: (unit: Unit, collection: Collection) => void,
): DocumentWriter => {
  /** Indexes whose flags are newer than what is stored of them: the unit that was to store them may be lost. */
  const unsaved = new Set<Index>();
  const note = (unit: Unit, collection: Collection, index: Index, entries: readonly IndexEntry[]): void => {
    const multikey = index.multikey || entries.length > 1 || entries.some(({ values }) => values.some(isEmptyArray));
    const shortened = index.shortened || entries.some((entry) => !entry.whole);
    if (multikey === index.multikey && shortened === index.shortened && !unsaved.has(index)) return;
    index.multikey = multikey;
    index.shortened = shortened;
    unsaved.add(index);
    onFlag(unit, collection);
    unit.afterCommit(() => unsaved.delete(index));
  };

  const write = (
    unit: Unit,
    collection: Collection,
    key: Buffer,
    before: Document | undefined,
    after: Document | undefined,
  ): void => {
    const id = idPart(key);
    const { added, removed, others } = indexChanges(collection.indexes, covers, before, after, id);
    const checked: IndexChange[] = [];
    const dropped: IndexChange[] = [];
    for (const { index, old, fresh } of others) {
      note(unit, collection, index, fresh);
      for (const entry of fresh) if (!old.some((other) => other.key.equals(entry.key))) checked.push({ index, entry });
      for (const entry of old) if (!fresh.some((other) => other.key.equals(entry.key))) dropped.push({ index, entry });
    }
    for (const { index, entry } of dropped) if (index.unique) unit.claim(entry.key);
    for (const { index, entry } of checked) if (index.unique) requireFree(unit, collection, index, entry);
    if (after) unit.put(key, after.bytes());
    else unit.remove(key);
    for (const { entry } of dropped) unit.remove(entry.key);
    for (const { entry } of checked) unit.put(entry.key, id);
    for (const entry of removed) unit.putEntry(entry, null);
    for (const entry of added) unit.putEntry(entry, id);
  };

  return {
    insert: (unit, collection, document, absent = false) => {
      requireSize(document);
      const key = documentKey(collection.space, idOf(document));
      unit.claim(key);
      if (!absent && unit.get(key)) throw duplicateKey(collection, '_id_', idPattern, [idOf(document)]);
      write(unit, collection, key, undefined, document);
      adjustCount(unit, collection, 1);
    },
    replace: (unit, collection, before, after) => {
      requireSize(after);
      const key = documentKey(collection.space, idOf(after));
      unit.claim(key);
      write(unit, collection, key, before, after);
    },
    remove: (unit, collection, document) => {
      const key = documentKey(collection.space, idOf(document));
      unit.claim(key);
      write(unit, collection, key, document, undefined);
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

const requireFree = (unit: Unit, collection: Collection, index: Index, entry: IndexEntry): void => {
  unit.claim(entry.key);
  const pattern = index.spec.get('key');
  if (unit.get(entry.key))
    throw duplicateKey(collection, index.name, pattern?.type === 'object' ? pattern.value : idPattern, entry.values);
};
