import type { Document, Value } from '../../bson';
import { describeValue } from '../collection/describe-value';
import { compileExpression } from '../expression/compile';
import type { Variables } from '../expression/expression';
import { refuseAt } from '../mongo-error';
import { parseProjection } from '../query/projection';
import { dropNamed, setComputed, treeOf } from '../query/projection-tree';
import type { Leaf } from '../query/projection-tree';

/** A stage that makes one document from one document. */
export type DocumentStage = (document: Document) => Document;

/** Compiles the stages that work on each document alone; undefined for any other name. */
export const documentStage = (name: string, operand: Value, variables: Variables): DocumentStage | undefined => {
  switch (name) {
    case '$addFields':
    case '$set':
      return addFields(name, operand, variables);
    case '$project':
      if (operand.type !== 'object') throw refuseAt(15969, '$project specification must be an object');
      return parseProjection(operand.value, variables, true);
    case '$unset':
      return unset(operand);
    case '$replaceRoot': {
      const root = operand.type === 'object' ? operand.value.get('newRoot') : undefined;
      if (!root) throw refuseAt(40231, 'no newRoot specified for the $replaceRoot stage');
      return replaceRoot(root, variables);
    }
    case '$replaceWith':
      return replaceRoot(operand, variables);
    default:
      return undefined;
  }
};

const addFields = (name: string, operand: Value, variables: Variables): DocumentStage => {
  if (operand.type !== 'object')
    throw refuseAt(40272, `${name} specification stage must be an object, got ${operand.type}`);
  const tree = treeOf(computedLeaves(operand.value, variables));
  return (document) => setComputed(document, tree, document);
};

const computedLeaves = (spec: Document, variables: Variables, prefix = ''): readonly (readonly [string, Leaf])[] =>
  [...spec.fields].flatMap(([name, value]): readonly (readonly [string, Leaf])[] => {
    const [first] = value.type === 'object' ? value.value.fields.keys() : [];
    return value.type === 'object' && first !== undefined && !first.startsWith('$')
      ? computedLeaves(value.value, variables, `${prefix}${name}.`)
      : [[`${prefix}${name}`, { kind: 'compute', evaluate: compileExpression(value, variables) }]];
  });

const unset = (operand: Value): DocumentStage => {
  const paths = (operand.type === 'array' ? operand.value.items : [operand]).map((item) => {
    if (item.type !== 'string') throw refuseAt(31002, '$unset specification must be a string or an array');
    return item.value;
  });
  const tree = treeOf(paths.map((path) => [path, { kind: 'drop' }] as const));
  return (document) => dropNamed(document, tree);
};

const replaceRoot = (operand: Value, variables: Variables): DocumentStage => {
  const evaluate = compileExpression(operand, variables);
  return (document) => {
    const value = evaluate({ root: { type: 'object', value: document }, variables: new Map() });
    if (value?.type !== 'object')
      throw refuseAt(
        40228,
        `'newRoot' expression must evaluate to an object, but resulting value was: ${value ? describeValue(value) : 'MISSING'}`,
      );
    return value.value;
  };
};
