import { randomBytes } from 'node:crypto';
import { Document, plainDocument } from '../../bson';
import type { Collection } from './collection';
import { indexFromSpec, storedIndexes } from './index-spec';
import type { Index } from './index-spec';

/** A random (version 4) UUID as its sixteen bytes. */
export const randomUuid = (): Buffer => {
  const bytes = randomBytes(16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return bytes;
};

/** A collection as the catalog keeps it. */
export const storedCollection = (collection: Collection): Document =>
  plainDocument({
    database: collection.database,
    name: collection.name,
    space: collection.space,
    uuid: { bson: { type: 'binData', subtype: 4, value: collection.uuid } },
    options: collection.options,
    indexes: { bson: storedIndexes(collection.indexes) },
  });

/** Reads what `storedCollection` wrote; throws when it is damaged. */
export const readCollection = (stored: Document): Collection => {
  const text = (name: string): string => {
    const value = stored.get(name);
    return value?.type === 'string' ? value.value : '';
  };
  const options = stored.get('options');
  const uuid = stored.get('uuid');
  const indexes = stored.get('indexes');
  return {
    database: text('database'),
    name: text('name'),
    space: spaceOf(stored),
    uuid: uuid?.type === 'binData' ? uuid.value : randomUuid(),
    options: options?.type === 'object' ? options.value : Document.empty,
    indexes:
      indexes?.type === 'array'
        ? indexes.value.items.flatMap((item) => (item.type === 'object' ? [readIndex(item.value)] : []))
        : [],
    count: 0,
    changedAt: 0,
  };
};

const spaceOf = (stored: Document): number => {
  const space = stored.get('space');
  if (space?.type !== 'int') throw new Error('the catalog of this data folder is damaged');
  return space.value;
};

const readIndex = (stored: Document): Index => {
  const spec = stored.get('spec');
  return indexFromSpec(spaceOf(stored), spec?.type === 'object' ? spec.value : Document.empty, stored);
};
