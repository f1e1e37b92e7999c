import { Document } from '../../bson';
import { spaceRange } from '../catalog/catalog';
import type { Collection } from '../catalog/collection';
import type { Index } from '../catalog/index-spec';
import { duplicateKey } from '../collection/duplicate-key';
import { indexEntries } from '../collection/index-entries';
import type { Engine } from '../engine';
import { emptyDiscarded } from '../engine';
import { matcher } from '../match/matches';
import { refuse } from '../mongo-error';
import { idPart, spaceKey } from '../keys/keys';
import type { Unit } from '../storage/unit';

/** Runs a change to what collections are, once no open transaction has written to the ones it concerns. */
const exclusively = async <Result>(
  engine: Engine,
  concerned: () => readonly Collection[],
  job: (unit: Unit, sequence: number) => Result,
): Promise<Result> => {
  const holder = (): Promise<void> | undefined =>
    concerned()
      .map(({ space }) => engine.storage.claims.holderOf(spaceKey(space)))
      .find((settled) => settled !== undefined);
  for (;;) {
    await holder();
    const done = await engine.storage.write((unit, sequence) =>
      holder() !== undefined ? undefined : { result: job(unit, sequence) },
    );
    if (done) return done.result;
  }
};

const present = (...collections: readonly (Collection | undefined)[]): readonly Collection[] =>
  collections.flatMap((collection) => collection ?? []);

/** Empties dropped spaces in the background; what is not done at a stop goes on after the next start. */
const cleanUp = (engine: Engine): void => {
  emptyDiscarded(engine).catch(() => undefined);
};

/** Creates a collection; false when it exists. */
export const createCollection = (engine: Engine, database: string, name: string, options: Document): Promise<boolean> =>
  engine.storage.write((unit) => {
    if (engine.catalog.find(database, name)) return false;
    engine.catalog.create(unit, database, name, options);
    return true;
  });

/** Drops a collection; answers how many indexes it had, or undefined when there is none. */
export const dropCollection = async (engine: Engine, database: string, name: string): Promise<number | undefined> => {
  const find = (): Collection | undefined => engine.catalog.find(database, name);
  const dropped = await exclusively(
    engine,
    () => present(find()),
    (unit) => {
      const collection = find();
      if (collection) engine.catalog.drop(unit, collection);
      return collection && collection.indexes.length + 1;
    },
  );
  cleanUp(engine);
  return dropped;
};

/** Drops every collection of a database. */
export const dropDatabase = async (engine: Engine, database: string): Promise<void> => {
  const list = (): readonly Collection[] => engine.catalog.list(database);
  await exclusively(engine, list, (unit) => {
    for (const collection of list()) engine.catalog.drop(unit, collection);
  });
  cleanUp(engine);
};

/** The two names of a rename. */
export type Renaming = {
  readonly from: readonly [database: string, name: string];
  readonly to: readonly [database: string, name: string];
  readonly dropTarget: boolean;
};

/** Renames a collection at once, in place of another one when `dropTarget`. */
export const renameCollection = async (engine: Engine, { from, to, dropTarget }: Renaming): Promise<void> => {
  const source = (): Collection | undefined => engine.catalog.find(...from);
  const target = (): Collection | undefined => engine.catalog.find(...to);
  await exclusively(
    engine,
    () => present(source(), target()),
    (unit, sequence) => {
      const moved = source();
      const replaced = target();
      if (!moved) throw refuse('NamespaceNotFound', `Source collection ${from.join('.')} does not exist`);
      if (replaced && !dropTarget) throw refuse('NamespaceExists', 'target namespace exists');
      if (replaced) engine.catalog.drop(unit, replaced);
      engine.catalog.rename(unit, moved, ...to).changedAt = sequence;
    },
  );
  cleanUp(engine);
};

/** Builds indexes that are not there yet over what the collection holds; a duplicate undoes all of them. */
export const addIndexes = (engine: Engine, collection: Collection, specs: readonly Document[]): Promise<void> =>
  exclusively(
    engine,
    () => [collection],
    (unit, sequence) => {
      const added = engine.catalog.addIndexes(unit, collection, specs);
      try {
        for (const index of added) build(engine, unit, collection, index);
      } catch (error) {
        for (const index of added) engine.catalog.dropIndex(unit, collection, index);
        throw error;
      }
      engine.catalog.save(unit, collection);
      collection.changedAt = sequence;
    },
  );

const readAtOnce = 256;

const build = (engine: Engine, unit: Unit, collection: Collection, index: Index): void => {
  const partial = engine.partialOf(index);
  const isCovered = partial ? matcher(partial) : () => true;
  const range = spaceRange(collection.space);
  let low = range.low;
  for (;;) {
    const piece = unit.scan({ ...range, low }, readAtOnce);
    for (const { key, value } of piece) {
      const document = Document.fromBytes(value);
      if (isCovered(document)) addEntries(unit, collection, index, document, idPart(key));
      low = Buffer.concat([key, Buffer.of(0)]);
    }
    if (piece.length === 0) return;
  }
};

const addEntries = (unit: Unit, collection: Collection, index: Index, document: Document, id: Buffer): void => {
  const entries = indexEntries(document, index, id);
  index.multikey ||=
    entries.length > 1 || entries.some(({ values }) => values.some(({ type }) => type === 'undefined'));
  for (const entry of entries) {
    index.shortened ||= !entry.whole;
    const pattern = index.spec.get('key');
    if (index.unique && unit.get(entry.key))
      throw duplicateKey(
        collection,
        index.name,
        pattern?.type === 'object' ? pattern.value : Document.empty,
        entry.values,
      );
    unit.put(entry.key, id);
  }
};

/** Drops one index. */
export const dropIndexes = async (engine: Engine, collection: Collection, indexes: readonly Index[]): Promise<void> => {
  await exclusively(
    engine,
    () => [collection],
    (unit, sequence) => {
      for (const index of indexes) engine.catalog.dropIndex(unit, collection, index);
      collection.changedAt = sequence;
    },
  );
  cleanUp(engine);
};
