import { Document } from '../bson';
import { Catalog, spaceRange } from './catalog/catalog';
import type { Collection } from './catalog/collection';
import type { Index } from './catalog/index-spec';
import { documentWriter } from './collection/write-document';
import type { DocumentWriter } from './collection/write-document';
import { matches } from './match/matches';
import { parseFilter } from './match/parse-filter';
import type { Predicate } from './match/predicate';
import { scratchIn } from './storage/scratch-file';
import type { Scratch } from './storage/scratch-file';
import { Storage } from './storage/storage';

/** The parts of the database that everything works with: the store, what is in it, and how documents are written. */
export type Engine = {
  readonly storage: Storage;
  readonly catalog: Catalog;
  readonly writer: DocumentWriter;
  /** The predicate of a partial index. */
  readonly partialOf: (index: Index) => Predicate | undefined;
  /** Opens a file for what a query cannot hold in memory. */
  readonly scratch: Scratch;
};

/** Opens the data folder, which must exist and belong to no other process. `log` is told of a disk that fails. */
export const openEngine = (folder: string, log: (error: unknown) => void): Engine => {
  const storage = new Storage(folder, log);
  const catalog = new Catalog(storage, (range) => storage.count(range));
  const partials = new WeakMap<Document, Predicate>();
  const partialOf = ({ partialFilter }: Index): Predicate | undefined => {
    if (!partialFilter) return undefined;
    const known = partials.get(partialFilter) ?? parseFilter(partialFilter);
    partials.set(partialFilter, known);
    return known;
  };
  const writer = documentWriter(
    (index, document) => {
      const partial = partialOf(index);
      return !partial || matches(partial, document);
    },
    (unit, collection) => {
      catalog.save(unit, collection);
    },
  );
  return { storage, catalog, writer, partialOf, scratch: scratchIn(folder) };
};

/** The collection of that name, created in a unit of its own when there is none. */
export const collectionFor = async (engine: Engine, database: string, name: string): Promise<Collection> =>
  engine.catalog.find(database, name) ??
  engine.storage.write(
    (unit) => engine.catalog.find(database, name) ?? engine.catalog.create(unit, database, name, Document.empty),
  );

const emptiedAtOnce = 1000;

/** Removes the entries of dropped collections and indexes, a piece at a time, until none are left. */
export const emptyDiscarded = async ({ storage, catalog }: Engine): Promise<void> => {
  for (const space of catalog.discarded(storage)) {
    const range = spaceRange(space);
    for (let left = true; left;)
      left = await storage.write((unit) => {
        const entries = unit.scan(range, emptiedAtOnce);
        for (const { key } of entries) unit.remove(key);
        if (entries.length === 0) catalog.emptied(unit, space);
        return entries.length > 0;
      });
  }
};
