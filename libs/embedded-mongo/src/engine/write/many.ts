import { Document } from '../../bson';
import type { Collection } from '../catalog/collection';
import type { Engine } from '../engine';
import { type Matcher, matcher } from '../match/matches';
import type { Predicate } from '../match/predicate';
import { findStored } from '../query/find';
import { drain } from '../query/pause';
import { choosePlan } from '../query/plan';
import { WriteConflict } from '../storage/unit';
import type { Unit } from '../storage/unit';
import type { UpdateStatement } from './update';
import type { Work } from './work';

/** Documents changed in one unit, when many are. */
const changedAtOnce = 200;

/** Keys of every match, collected before anything is changed, so that no document is met twice. */
export const matchingKeys = async (
  engine: Engine,
  work: Work,
  collection: Collection,
  { predicate, hint }: Pick<UpdateStatement, 'predicate' | 'hint'>,
  check: () => void,
): Promise<readonly Buffer[]> => {
  const keys: Buffer[] = [];
  const plan = choosePlan(collection, predicate, undefined, engine.partialOf, hint);
  const found = findStored(work.reader, collection, plan, { predicate, sort: undefined, skip: 0, limit: 0 });
  await drain(found, ({ key }) => keys.push(key) > 0, check);
  return keys;
};

/** Calls `change` for every stored document of those keys that still matches, some at a time. */
export const forEachStored = async (
  work: Work,
  keys: readonly Buffer[],
  predicate: Predicate,
  change: (unit: Unit, document: Document) => void,
): Promise<void> => {
  const isWanted = matcher(predicate);
  let next = 0;
  while (next < keys.length) {
    const blocked = await work.run((unit) => {
      const end = Math.min(next + changedAtOnce, keys.length);
      for (; next < end; next++) {
        const conflict = changeOne(work, unit, keys[next] ?? empty, isWanted, change);
        if (conflict) return conflict;
      }
      return undefined;
    });
    await blocked?.settled;
    if (work.transaction) await new Promise(setImmediate);
  }
};

/** Outside a transaction a conflict is answered, not thrown: the documents before it stay changed. */
const changeOne = (
  work: Work,
  unit: Unit,
  key: Buffer,
  isWanted: Matcher,
  change: (unit: Unit, document: Document) => void,
): WriteConflict | undefined => {
  const bytes = unit.get(key);
  const document = bytes && Document.fromBytes(bytes);
  if (!document || !isWanted(document)) return undefined;
  try {
    change(unit, document);
    return undefined;
  } catch (error) {
    if (work.transaction || !(error instanceof WriteConflict)) throw error;
    return error;
  }
};

const empty = Buffer.alloc(0);
