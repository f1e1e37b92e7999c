import { Document, List, nullValue } from '../../bson';
import type { Value } from '../../bson';
import { refuseAt } from '../mongo-error';
import type { Compile, Evaluate, Variables } from './expression';
import { valueAt } from './field-path';
import { operators } from './operators';

/** Compiles an aggregation expression. Unknown operators and variables are refused. */
export const compileExpression = (value: Value, variables: Variables = new Map()): Evaluate => {
  const compile: Compile = (inner, innerVariables = variables) => compileExpression(inner, innerVariables);
  if (value.type === 'array') return compileList(value.value.items.map((item) => compile(item)));
  if (value.type === 'object') return compileObject(value.value, compile, variables);
  return value.type === 'string' && value.value.startsWith('$') ? compilePath(value.value, variables) : constant(value);
};

const constant =
  (value: Value): Evaluate =>
  () =>
    value;

const compileList =
  (items: readonly Evaluate[]): Evaluate =>
  (scope) => ({ type: 'array', value: List.of(items.map((item) => item(scope) ?? nullValue)) });

const compilePath = (text: string, variables: Variables): Evaluate => {
  if (!text.startsWith('$$')) {
    const path = pathOf(text.slice(1));
    return (scope) => valueAt(scope.root, path);
  }
  const [name = '', ...path] = text.slice(2).split('.');
  if (name === 'ROOT' || name === 'CURRENT') return (scope) => valueAt(scope.variables.get('ROOT') ?? scope.root, path);
  if (name === 'REMOVE') return () => undefined;
  if (!variables.has(name)) throw refuseAt(17276, `Use of undefined variable: ${name}`);
  const known = variables.get(name);
  return known ? () => valueAt(known, path) : (scope) => valueAt(scope.variables.get(name), path);
};

/** The names of a field path; empty ones are refused. */
export const pathOf = (text: string): readonly string[] => {
  const path = text.split('.');
  if (text === '') throw refuseAt(16872, "'$' by itself is not a valid FieldPath");
  if (path.includes('')) throw refuseAt(15998, 'FieldPath field names may not be empty strings.');
  return path;
};

const compileObject = (document: Document, compile: Compile, variables: Variables): Evaluate => {
  const [first] = document.fields;
  if (first?.[0].startsWith('$') === true) {
    const [name, operand] = first;
    if (document.size > 1)
      throw refuseAt(
        15983,
        `An object representing an expression must have exactly one field: ${[...document.fields.keys()].join(', ')}`,
      );
    const operator = operators.get(name);
    if (!operator) throw refuseAt(168, `Unrecognized expression '${name}'`);
    return operator(operand, compile, variables);
  }
  const fields = [...document.fields].map(([name, value]) => [name, compile(value)] as const);
  return (scope) => ({
    type: 'object',
    value: Document.of(
      fields.flatMap(([name, evaluate]) => {
        const value = evaluate(scope);
        return value ? [[name, value] as const] : [];
      }),
    ),
  });
};
