import { Document } from '../../bson';
import type { Value } from '../../bson';
import type { Predicate } from '../match/predicate';
import { refuse } from '../mongo-error';
import { changeAt } from './change-at';

/** The document an upsert starts from: what the filter says must be equal, in the filter's order. */
export const upsertBase = (predicate: Predicate): Document => {
  if (predicate.kind === 'path' && predicate.test.kind === 'eq') {
    const [name, ...deeper] = predicate.path;
    if (name !== undefined && deeper.length === 0) return Document.of([[name, predicate.test.value]]);
  }
  let value: Value = { type: 'object', value: Document.empty };
  const seen = new Set<string>();
  for (const [path, equal] of equalities(predicate)) {
    const name = path.join('.');
    if (seen.has(name))
      throw refuse('NotSingleValueField', `cannot infer query fields to set, path '${name}' is matched twice`);
    seen.add(name);
    value = changeAt(value, path, 0, () => equal, true) ?? value;
  }
  return value.type === 'object' ? value.value : Document.empty;
};

type Equality = readonly [readonly string[], Value];

const equalities = (predicate: Predicate): readonly Equality[] => {
  if (predicate.kind === 'and') return predicate.of.flatMap(equalities);
  if (predicate.kind === 'or' && predicate.of.length === 1) return predicate.of.flatMap(equalities);
  if (predicate.kind !== 'path') return [];
  const { path, test } = predicate;
  if (test.kind === 'eq') return [[path, test.value]];
  if (test.kind === 'in' && test.values.length === 1 && test.patterns.length === 0)
    return test.values.map((value): Equality => [path, value]);
  if (test.kind === 'all' && test.of.length === 1)
    return test.of.flatMap((part) => equalities({ kind: 'path', path, test: part }));
  return [];
};
