import { Document } from '../../bson';
import { afterPrefix, spaceKey } from '../keys/keys';
import type { Entry, KeyRange, Reader, Unit } from '../storage/unit';
import { namespaceOf } from './collection';
import type { Collection } from './collection';
import { indexFromSpec } from './index-spec';
import type { Index } from './index-spec';
import { randomUuid, readCollection, storedCollection } from './stored-collection';

/** Spaces below 16 are the store's own: collections, the next free space, sessions, spaces to empty. */
const collectionsSpace = 0;
const counterSpace = 1;
const droppedSpace = 3;
const firstFreeSpace = 16;

const allOf = (reader: Reader, space: number): readonly Entry[] => {
  const high = afterPrefix(spaceKey(space));
  const entries: Entry[] = [];
  let low = spaceKey(space);
  for (;;) {
    const piece = reader.scan({ low, high }, 1000);
    const last = piece.at(-1);
    if (!last) return entries;
    entries.push(...piece);
    low = Buffer.concat([last.key, Buffer.of(0)]);
  }
};

/** Which collections and indexes there are: kept in memory, written through. */
export class Catalog {
  private readonly collections = new Map<string, Collection>();
  private nextSpace = firstFreeSpace;

  constructor(reader: Reader, count: (range: KeyRange) => number) {
    for (const { value } of allOf(reader, collectionsSpace)) {
      const collection = readCollection(Document.fromBytes(value));
      collection.count = count(spaceRange(collection.space));
      this.collections.set(namespaceOf(collection), collection);
    }
    this.nextSpace = reader.get(spaceKey(counterSpace))?.readUInt32BE() ?? firstFreeSpace;
  }

  find(database: string, name: string): Collection | undefined {
    return this.collections.get(`${database}.${name}`);
  }

  /** The collections of one database, by name; of all databases when none is given. */
  list(database?: string): readonly Collection[] {
    return [...this.collections.values()]
      .filter((collection) => database === undefined || collection.database === database)
      .sort((left, right) => (namespaceOf(left) < namespaceOf(right) ? -1 : 1));
  }

  create(unit: Unit, database: string, name: string, options: Document): Collection {
    const collection: Collection = {
      database,
      name,
      space: this.takeSpace(unit),
      uuid: randomUuid(),
      options,
      indexes: [],
      count: 0,
      changedAt: 0,
    };
    this.remember(unit, collection);
    this.save(unit, collection);
    return collection;
  }

  /** Stores what is known of the collection. */
  save(unit: Unit, collection: Collection): void {
    unit.put(entryKey(namespaceOf(collection)), storedCollection(collection).bytes());
  }

  drop(unit: Unit, collection: Collection): void {
    this.forget(unit, collection);
    for (const space of [collection.space, ...collection.indexes.map((index) => index.space)])
      this.discard(unit, space);
  }

  /** Marks a space as to be emptied; emptying may take many steps and survives a restart. */
  discard(unit: Unit, space: number): void {
    unit.put(spaceKey(droppedSpace, spaceKey(space)), Buffer.alloc(0));
  }

  /** The spaces that are still to be emptied. */
  discarded(reader: Reader): readonly number[] {
    return allOf(reader, droppedSpace).map(({ key }) => key.readUInt32BE(4));
  }

  emptied(unit: Unit, space: number): void {
    unit.remove(spaceKey(droppedSpace, spaceKey(space)));
  }

  rename(unit: Unit, from: Collection, database: string, name: string): Collection {
    this.forget(unit, from);
    const renamed: Collection = { ...from, database, name };
    this.remember(unit, renamed);
    this.save(unit, renamed);
    return renamed;
  }

  addIndexes(unit: Unit, collection: Collection, specs: readonly Document[]): readonly Index[] {
    const added = specs.map((spec) => indexFromSpec(this.takeSpace(unit), spec));
    this.setIndexes(unit, collection, [...collection.indexes, ...added]);
    this.save(unit, collection);
    return added;
  }

  dropIndex(unit: Unit, collection: Collection, index: Index): void {
    this.setIndexes(
      unit,
      collection,
      collection.indexes.filter((other) => other !== index),
    );
    this.discard(unit, index.space);
    this.save(unit, collection);
  }

  private takeSpace(unit: Unit): number {
    const space = this.nextSpace++;
    const next = Buffer.alloc(4);
    next.writeUInt32BE(this.nextSpace);
    unit.put(spaceKey(counterSpace), next);
    return space;
  }

  private setIndexes(unit: Unit, collection: Collection, indexes: readonly Index[]): void {
    const before = collection.indexes;
    collection.indexes = indexes;
    unit.afterFailure(() => (collection.indexes = before));
  }

  private remember(unit: Unit, collection: Collection): void {
    this.collections.set(namespaceOf(collection), collection);
    unit.afterFailure(() => this.collections.delete(namespaceOf(collection)));
  }

  private forget(unit: Unit, collection: Collection): void {
    this.collections.delete(namespaceOf(collection));
    unit.afterFailure(() => this.collections.set(namespaceOf(collection), collection));
    unit.remove(entryKey(namespaceOf(collection)));
  }
}

/** All keys of a space. */
export const spaceRange = (space: number): KeyRange => ({ low: spaceKey(space), high: afterPrefix(spaceKey(space)) });

const entryKey = (namespace: string): Buffer => spaceKey(collectionsSpace, Buffer.from(namespace));
