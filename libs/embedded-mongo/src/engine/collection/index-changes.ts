import type { Document } from '../../bson';
import type { Index } from '../catalog/index-spec';
import { FieldKeys } from './field-keys';
import { indexEntries } from './index-entries';
import type { IndexEntry } from './index-entries';
import { indexedFields } from './indexed-fields';

/** What the indexes of a collection need to know to decide whether a document belongs into a partial one. */
export type Covers = (index: Index, document: Document) => boolean;

/** What becomes of the indexes when a document is written. */
export type IndexChanges = {
  /** Keys of entries that need no more looking at. */
  readonly added: Buffer[];
  readonly removed: Buffer[];
  /** Indexes that may be unique, or have several entries for a document: all its entries before and after. */
  readonly others: {
    readonly index: Index;
    readonly old: readonly IndexEntry[];
    readonly fresh: readonly IndexEntry[];
  }[];
};

/** Room for the fields of a document before and after a write; writes come one after another. */
type Pair = { readonly before: FieldKeys; readonly after: FieldKeys };

const pairs = new WeakMap<readonly Index[], Pair>();

const pairOf = (indexes: readonly Index[]): Pair => {
  const known = pairs.get(indexes);
  if (known) return known;
  const fields = indexedFields(indexes);
  const pair = { before: new FieldKeys(fields), after: new FieldKeys(fields) };
  pairs.set(indexes, pair);
  return pair;
};

/** Compares the entries of a document before and after a write; `id` is the key of its _id. */
export const indexChanges = (
  indexes: readonly Index[],
  covers: Covers,
  before: Document | undefined,
  after: Document | undefined,
  id: Buffer,
): IndexChanges => {
  const changes: IndexChanges = { added: [], removed: [], others: [] };
  if (indexes.length === 0) return changes;
  const keys = pairOf(indexes);
  if (before) keys.before.read(before.bytes());
  if (after) keys.after.read(after.bytes());
  const entriesOf = (index: Index, document: Document | undefined): readonly IndexEntry[] =>
    document && covers(index, document) ? indexEntries(document, index, id) : [];
  for (const index of indexes) {
    const isPlain = (!before || keys.before.isPlain(index)) && (!after || keys.after.isPlain(index));
    if (!isPlain) changes.others.push({ index, old: entriesOf(index, before), fresh: entriesOf(index, after) });
    else if (!(before && after && keys.before.isSame(keys.after, index))) {
      if (before) changes.removed.push(keys.before.key(index, id));
      if (after) changes.added.push(keys.after.key(index, id));
    }
  }
  return changes;
};
