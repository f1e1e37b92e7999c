import { Document } from '../../bson';
import type { Value } from '../../bson';
import { compileExpression } from '../expression/compile';
import type { Variables } from '../expression/expression';
import { refuse } from '../mongo-error';
import { parseOperators } from './parse-operators';
import type { Predicate } from './predicate';

const everything: Predicate = { kind: 'and', of: [] };

/** Reads a filter; what is not understood is refused, never ignored. */
export const parseFilter = (filter: Document, variables: Variables = new Map()): Predicate => {
  const parts = [...filter.fields].map(([name, value]) => parseEntry(name, value, variables));
  return parts.length === 1 ? (parts[0] ?? everything) : { kind: 'and', of: parts };
};

const parseEntry = (name: string, value: Value, variables: Variables): Predicate => {
  if (name.startsWith('$')) return parseTopLevel(name, value, variables);
  return parseField(name.split('.'), value);
};

const parseTopLevel = (name: string, value: Value, variables: Variables): Predicate => {
  switch (name) {
    case '$and':
    case '$or':
    case '$nor':
      return { kind: kinds[name], of: parseList(name, value, variables) };
    case '$expr':
      return { kind: 'expression', evaluate: compileExpression(value, variables) };
    case '$comment':
      return everything;
    case '$alwaysTrue':
      return { kind: 'constant', value: true };
    case '$alwaysFalse':
      return { kind: 'constant', value: false };
    case '$where':
    case '$text':
    case '$jsonSchema':
      throw refuse('BadValue', `${name} is not supported by this node`);
    default:
      throw refuse(
        'BadValue',
        `unknown top level operator: ${name}. If you have a field name that starts with a '$' symbol, consider using $getField or $setField.`,
      );
  }
};

const kinds = { $and: 'and', $or: 'or', $nor: 'nor' } as const;

const parseList = (name: string, value: Value, variables: Variables): readonly Predicate[] => {
  if (value.type !== 'array') throw refuse('BadValue', `${name} must be an array`);
  if (value.value.items.length === 0) throw refuse('BadValue', `${name} must be a nonempty array`);
  return value.value.items.map((item) => {
    if (item.type !== 'object') throw refuse('BadValue', `${name} argument's entries must be objects`);
    return parseFilter(item.value, variables);
  });
};

/** Whether a document holds operators, not a value to be equal to. */
export const isOperators = (value: Value): boolean => {
  if (value.type !== 'object') return false;
  const first = value.value.firstName;
  return first?.startsWith('$') === true && first !== '$ref' && first !== '$id' && first !== '$db';
};

const parseField = (path: readonly string[], value: Value): Predicate => {
  const tests =
    value.type === 'object' && isOperators(value) ? parseOperators(value.value, parseFilter) : [equalTo(value)];
  const predicates = tests.map((test): Predicate => ({ kind: 'path', path, test }));
  return predicates.length === 1 ? (predicates[0] ?? everything) : { kind: 'and', of: predicates };
};

const equalTo = (value: Value): ReturnType<typeof parseOperators>[number] => {
  if (value.type === 'undefined') throw refuse('BadValue', 'cannot compare to undefined');
  if (value.type !== 'regex') return { kind: 'eq', value };
  const [test] = parseOperators(Document.of([['$regex', value]]), parseFilter);
  if (!test) throw refuse('BadValue', 'empty condition');
  return test;
};
