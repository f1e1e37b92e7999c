import { Document, isNumber, isZeroNumber } from '../../bson';
import type { Value } from '../../bson';
import { compileExpression } from '../expression/compile';
import type { Variables } from '../expression/expression';
import { parseFilter } from '../match/parse-filter';
import { refuseAt } from '../mongo-error';
import { arrayProjection } from './array-projection';
import type { ArrayProjection } from './array-projection';
import { dropNamed, keepOnly, treeOf } from './projection-tree';
import type { Leaf } from './projection-tree';

/** Makes the projected document from the stored one. */
export type Projection = (document: Document) => Document;

const identity: Projection = (document) => document;

const flagOf = (value: Value): boolean | undefined =>
  value.type === 'bool' ? value.value : isNumber(value) ? !isZeroNumber(value) : undefined;

/** Reads a projection of find, or of $project when `stage`. */
export const parseProjection = (
  spec: Document,
  variables: Variables,
  stage: boolean,
  filter: Document = Document.empty,
): Projection => {
  if (spec.size === 0) {
    if (stage)
      throw refuseAt(51272, 'Invalid $project :: caused by :: projection specification must have at least one field');
    return identity;
  }
  const leaves: [string, Leaf][] = [];
  const arrays: ArrayProjection[] = [];
  let keeps: boolean | undefined;
  let keepsId = true;
  for (const [path, value] of nested(spec)) {
    const flag = flagOf(value);
    if (path === '_id' && flag !== undefined) {
      keepsId = flag;
      continue;
    }
    const special = stage ? undefined : arrayProjection(path, value, filter, parseFilter);
    if (special) {
      arrays.push(special);
      if (special.includes) {
        keeps = requireOne(keeps, true, path);
        leaves.push([special.path, { kind: 'keep' }]);
      }
      continue;
    }
    keeps = requireOne(keeps, flag !== false, path);
    leaves.push([
      path,
      flag === undefined
        ? { kind: 'compute', evaluate: compileExpression(value, variables) }
        : { kind: flag ? 'keep' : 'drop' },
    ]);
  }
  keeps ??= spec.has('_id') && keepsId && arrays.length === 0;
  return build(leaves, arrays, keeps, keepsId, spec.has('_id') && !isFlag(spec.get('_id')));
};

const isFlag = (value: Value | undefined): boolean => value !== undefined && flagOf(value) !== undefined;

const build = (
  leaves: readonly (readonly [string, Leaf])[],
  arrays: readonly ArrayProjection[],
  keeps: boolean,
  keepsId: boolean,
  computesId: boolean,
): Projection => {
  const idLeaf: (readonly [string, Leaf])[] =
    keeps && keepsId && !computesId
      ? [['_id', { kind: 'keep' }]]
      : !keeps && !keepsId
        ? [['_id', { kind: 'drop' }]]
        : [];
  const tree = treeOf([...idLeaf, ...leaves]);
  return (document) => {
    const shaped = arrays.reduce((current, array) => array.apply(current, document), document);
    return keeps ? keepOnly(shaped, tree, document) : dropNamed(shaped, tree);
  };
};

const requireOne = (before: boolean | undefined, now: boolean, path: string): boolean => {
  if (before !== undefined && before !== now)
    throw now
      ? refuseAt(31253, `Cannot do inclusion on field ${path} in exclusion projection`)
      : refuseAt(31254, `Cannot do exclusion on field ${path} in inclusion projection`);
  return now;
};

/** Documents without operators inside a projection stand for dotted paths. */
const nested = function* (spec: Document, prefix = ''): Generator<readonly [string, Value]> {
  for (const [name, value] of spec.fields) {
    if (name.startsWith('$'))
      throw refuseAt(16410, `FieldPath field names may not start with '$'. Consider using $getField or $setField.`);
    const path = `${prefix}${name}`;
    const [first] = value.type === 'object' ? value.value.fields.keys() : [];
    if (value.type !== 'object' || first === undefined || first.startsWith('$')) yield [path, value];
    else yield* nested(value.value, `${path}.`);
  }
};
