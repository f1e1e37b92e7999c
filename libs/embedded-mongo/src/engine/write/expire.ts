import { date, isNumber, toDouble } from '../../bson';
import type { Collection } from '../catalog/collection';
import type { Index } from '../catalog/index-spec';
import type { Engine } from '../engine';
import type { Predicate } from '../match/predicate';
import { deleteMany } from './delete';
import { freeWork } from './work';

/** Deletes what TTL indexes say has expired at `now` (milliseconds since 1970). */
export const removeExpired = async (engine: Engine, now: number): Promise<void> => {
  for (const collection of engine.catalog.list())
    for (const index of collection.indexes) {
      const predicate = expired(index, now);
      if (predicate) await remove(engine, collection, predicate);
    }
};

const expired = ({ spec, fields }: Index, now: number): Predicate | undefined => {
  const seconds = spec.get('expireAfterSeconds');
  const path = fields[0]?.path;
  if (!seconds || !isNumber(seconds) || path === undefined) return undefined;
  const before = BigInt(Math.floor(now - toDouble(seconds) * 1000));
  return { kind: 'path', path: path.split('.'), test: { kind: 'lte', value: date(before) } };
};

const remove = async (engine: Engine, collection: Collection, predicate: Predicate): Promise<void> => {
  await deleteMany(
    engine,
    freeWork(engine.storage),
    collection,
    { predicate, multi: true, sort: undefined, hint: undefined },
    () => undefined,
  );
};
