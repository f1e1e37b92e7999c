import { sameValue } from '../../bson';
import type { Collection } from '../../engine/catalog/collection';
import { idIndexSpec } from '../../engine/catalog/index-spec';
import { refuse } from '../../engine/mongo-error';
import type { Command } from '../command';

/** The name of the index a hint means; a hint that means none is refused. */
export const hintOf = (command: Command, collection: Collection | undefined): string | undefined => {
  const hint = command.body.get('hint');
  if (!hint || hint.type === 'null') return undefined;
  if (hint.type === 'object' && hint.value.size === 0) return undefined;
  if (hint.type === 'object' && hint.value.has('$natural')) return '$natural';
  if (hint.type !== 'string' && hint.type !== 'object')
    throw refuse('FailedToParse', 'Hint must be a string or an object');
  if (!collection) return undefined;
  const specs = [{ name: '_id_', spec: idIndexSpec() }, ...collection.indexes];
  const found = specs.find(({ name, spec }) => {
    const key = spec.get('key');
    return hint.type === 'string' ? name === hint.value : key !== undefined && sameValue(key, hint);
  });
  if (!found)
    throw refuse(
      'BadValue',
      'error processing query: planner returned error :: caused by :: hint provided does not correspond to an existing index',
    );
  return found.name;
};
