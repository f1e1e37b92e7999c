import type { Collection } from '../catalog/collection';
import type { Engine } from '../engine';
import type { Unit } from '../storage/unit';
import { forEachStored, matchingKeys } from './many';
import { firstMatch } from './update';
import type { UpdateStatement } from './update';
import type { Work } from './work';

/** One delete statement, parsed. */
export type DeleteStatement = Pick<UpdateStatement, 'predicate' | 'hint' | 'sort'> & { readonly multi: boolean };

/** Deletes the first match; answers how many were deleted. */
export const deleteOne = (engine: Engine, unit: Unit, collection: Collection, statement: DeleteStatement): number => {
  const stored = firstMatch(engine, unit, collection, statement);
  if (stored) engine.writer.remove(unit, collection, stored.document);
  return stored ? 1 : 0;
};

/** Deletes every match; answers how many were deleted. */
export const deleteMany = async (
  engine: Engine,
  work: Work,
  collection: Collection,
  statement: DeleteStatement,
  check: () => void,
): Promise<number> => {
  const keys = await matchingKeys(engine, work, collection, statement, check);
  let deleted = 0;
  await forEachStored(work, keys, statement.predicate, (unit, document) => {
    engine.writer.remove(unit, collection, document);
    deleted++;
  });
  return deleted;
};
