import { compareValues, Document, isNumber, List, nullValue, toDouble } from '../../bson';
import type { Value } from '../../bson';
import { compileExpression, pathOf } from '../expression/compile';
import { someAtPath } from '../match/path-values';
import { valueKey } from '../keys/keys';
import { refuse, refuseAt } from '../mongo-error';
import { pause } from '../query/pause';
import type { Paused } from '../query/pause';
import type { Stage, StageCompiler, StageContext } from './stage';

const textField = (stage: string, spec: Document, name: string): string => {
  const value = spec.get(name);
  if (value?.type !== 'string') throw refuse('FailedToParse', `${stage} argument '${name}' must be a string`);
  return value.value;
};

const stagesIn = (value: Value | undefined): readonly Value[] => (value?.type === 'array' ? value.value.items : []);

/** $facet: several pipelines over the same documents, which are held in memory. */
const facet: StageCompiler = (operand, context) => {
  if (operand.type !== 'object' || operand.value.size === 0)
    throw refuseAt(40169, 'the $facet specification must be a non-empty object');
  const facets = [...operand.value.fields].map(([name, stages]) => [name, context.compile(stagesIn(stages))] as const);
  return function* (source) {
    const documents: Document[] = [];
    for (const document of source) {
      if (document === pause) yield pause;
      else documents.push(document);
    }
    const fields: [string, Value][] = [];
    for (const [name, stage] of facets)
      fields.push([name, { type: 'array', value: List.of(yield* collect(stage(documents))) }]);
    yield Document.of(fields);
  };
};

const collect = function* (source: Iterable<Paused<Document>>): Generator<typeof pause, Value[]> {
  const items: Value[] = [];
  for (const document of source) {
    if (document === pause) yield pause;
    else items.push({ type: 'object', value: document });
  }
  return items;
};

/** $lookup: documents of another collection of the database, by equal fields, by a pipeline, or both. */
const lookup: StageCompiler = (operand, context) => {
  if (operand.type !== 'object') throw refuse('FailedToParse', 'the $lookup specification must be an Object');
  const spec = operand.value;
  const as = textField('$lookup', spec, 'as');
  const from = textField('$lookup', spec, 'from');
  const local = spec.has('localField') ? pathOf(textField('$lookup', spec, 'localField')) : undefined;
  const foreign = spec.has('foreignField') ? pathOf(textField('$lookup', spec, 'foreignField')) : undefined;
  const joined = foreignDocuments(context, from, foreign);
  const bindings = spec.get('let');
  const inner = spec.get('pipeline');
  return function* (source) {
    const find = yield* joined();
    for (const document of source) {
      if (document === pause) {
        yield pause;
        continue;
      }
      const candidates = find(local && valuesAt({ type: 'object', value: document }, local));
      const matching = inner ? pipelineOver(context, bindings, inner, document)(candidates) : candidates;
      yield document.with(as, { type: 'array', value: List.of(yield* collect(matching)) });
    }
  };
};

const valuesAt = (value: Value, path: readonly string[]): readonly Value[] => {
  const values: Value[] = [];
  someAtPath(value, path, 0, (found) => {
    if (found?.type === 'array') values.push(...found.value.items);
    else values.push(found ?? nullValue);
    return false;
  });
  return values.length === 0 ? [nullValue] : values;
};

type Find = (values: readonly Value[] | undefined) => readonly Document[];

/** Reads the other collection once and finds in it by the values of the joined field. */
const foreignDocuments = (context: StageContext, from: string, path: readonly string[] | undefined) =>
  function* (): Generator<typeof pause, Find> {
    const all: Document[] = [];
    const byValue = new Map<string, Document[]>();
    for (const document of context.read(from)) {
      if (document === pause) {
        yield pause;
        continue;
      }
      all.push(document);
      for (const value of path ? valuesAt({ type: 'object', value: document }, path) : []) {
        const key = valueKey(value).toString('latin1');
        byValue.set(key, [...(byValue.get(key) ?? []), document]);
      }
    }
    return (values) =>
      values && path
        ? [...new Set(values.flatMap((value) => byValue.get(valueKey(value).toString('latin1')) ?? []))]
        : all;
  };

const pipelineOver = (context: StageContext, bindings: Value | undefined, inner: Value, document: Document): Stage => {
  const variables = new Map(context.variables);
  const scope = { root: { type: 'object', value: document }, variables: new Map() } as const;
  for (const [name, value] of bindings?.type === 'object' ? bindings.value.fields : [])
    variables.set(name, compileExpression(value, context.variables)(scope) ?? { type: 'undefined' });
  return context.compile(stagesIn(inner), variables);
};

/** $unionWith: the documents of another collection after these. */
const unionWith: StageCompiler = (operand, context) => {
  const spec = operand.type === 'object' ? operand.value : Document.of([['coll', operand]]);
  const name = textField('$unionWith', spec, 'coll');
  const stage = context.compile(stagesIn(spec.get('pipeline')));
  return function* (source) {
    yield* source;
    yield* stage(context.read(name));
  };
};

/** $bucket: groups by the boundaries a value lies between. */
const bucket: StageCompiler = (operand, context) => {
  if (operand.type !== 'object') throw refuseAt(40201, 'Argument to $bucket stage must be an object');
  const boundaries = stagesIn(operand.value.get('boundaries'));
  const by = operand.value.get('groupBy');
  const otherwise = operand.value.get('default');
  if (!by || boundaries.length < 2) throw refuseAt(40198, '$bucket needs groupBy and at least two boundaries');
  if (boundaries.some((value, at) => at > 0 && compareValues(boundaries[at - 1] ?? nullValue, value) >= 0))
    throw refuseAt(40194, "The 'boundaries' option to $bucket must be sorted and distinct");
  const branches = boundaries.slice(1).map((high, at): Value => branchOf(by, boundaries[at] ?? nullValue, high));
  const choice = Document.of([
    ['branches', { type: 'array', value: List.of(branches) }],
    ...(otherwise ? [['default', literal(otherwise)] as const] : []),
  ]);
  const output =
    operand.value.get('output') ?? documentValue(['count', documentValue(['$sum', { type: 'int', value: 1 }])]);
  const group = Document.of([
    ['_id', documentValue(['$switch', { type: 'object', value: choice }])],
    ...(output.type === 'object' ? output.value.fields : []),
  ]);
  return context.compile([
    documentValue(['$group', { type: 'object', value: group }]),
    documentValue(['$sort', documentValue(['_id', { type: 'int', value: 1 }])]),
  ]);
};

const documentValue = (...fields: readonly (readonly [string, Value])[]): Value => ({
  type: 'object',
  value: Document.of(fields),
});

const literal = (value: Value): Value => documentValue(['$literal', value]);

const branchOf = (by: Value, low: Value, high: Value): Value => {
  const pair = (name: string, bound: Value): Value =>
    documentValue([name, { type: 'array', value: List.of([by, literal(bound)]) }]);
  const between = documentValue(['$and', { type: 'array', value: List.of([pair('$gte', low), pair('$lt', high)]) }]);
  return documentValue(['case', between], ['then', literal(low)]);
};

/** $documents: the documents an expression makes, at the beginning of a pipeline over a database. */
const documents: StageCompiler = (operand, { variables }) => {
  const made = compileExpression(operand, variables)({ root: nullValue, variables: new Map() });
  const items = stagesIn(made);
  return function* () {
    for (const item of items) if (item.type === 'object') yield item.value;
  };
};

/** $sample: so many documents by chance. */
const sample: StageCompiler = (operand) => {
  const size = operand.type === 'object' ? operand.value.get('size') : undefined;
  if (!size || !isNumber(size) || toDouble(size) <= 0)
    throw refuseAt(28747, 'size argument to $sample must be a positive number');
  const wanted = toDouble(size);
  return function* (source) {
    const kept: Document[] = [];
    let seen = 0;
    for (const document of source) {
      if (document === pause) yield pause;
      else {
        const at = kept.length < wanted ? kept.length : Math.floor(Math.random() * (seen + 1));
        if (at < wanted) kept[at] = document;
        seen++;
      }
    }
    yield* kept;
  };
};

/** The stages that split the stream, or join others to it. */
export const joiningStages: Readonly<Record<string, StageCompiler>> = {
  $facet: facet,
  $lookup: lookup,
  $unionWith: unionWith,
  $bucket: bucket,
  $documents: documents,
  $sample: sample,
  $listLocalSessions:
    (_operand, { sessions }) =>
    () =>
      sessions,
};
