import { isNumber, toDouble } from '../../bson';
import type { Document, Value } from '../../bson';
import type { Variables } from '../expression/expression';
import { refuse, refuseAt } from '../mongo-error';
import type { Stage, StageCompiler, StageContext } from './stage';
import { joiningStages } from './joining-stages';
import { simpleStages } from './stages';

const compilers: ReadonlyMap<string, StageCompiler> = new Map(Object.entries({ ...simpleStages, ...joiningStages }));

/** Name and operand of a stage; anything but a document with one field is refused. */
export const stageOf = (stage: Value): readonly [string, Value] => {
  if (stage.type !== 'object') throw refuse('TypeMismatch', "Each element of the 'pipeline' array must be an object");
  const [entry] = stage.value.fields;
  if (!entry || stage.value.size !== 1)
    throw refuseAt(40323, 'A pipeline stage specification object must contain exactly one field.');
  return entry;
};

/** Compiles a pipeline into one stage. */
export const compilePipeline = (stages: readonly Value[], context: Omit<StageContext, 'compile'>): Stage => {
  const whole: StageContext = {
    ...context,
    compile: (inner, variables: Variables = context.variables) => compilePipeline(inner, { ...context, variables }),
  };
  const compiled = stages.map((stage) => {
    const [name, operand] = stageOf(stage);
    if (name === '$changeStream')
      throw refuseAt(
        40573,
        'The $changeStream stage is only supported on replica sets with an oplog, which this node does not keep',
      );
    const compiler = compilers.get(name);
    if (!compiler) throw refuseAt(40324, `Unrecognized pipeline stage name: '${name}'`);
    return compiler(operand, whole);
  });
  return (source) => compiled.reduce((stream, stage) => stage(stream), source);
};

/** The conditions at the beginning of a pipeline, which an index may serve, and the stages after them. */
export const leadingFilter = (
  stages: readonly Value[],
): { readonly filters: readonly Document[]; readonly rest: readonly Value[] } => {
  const filters: Document[] = [];
  for (const stage of stages) {
    const [name, operand] = stageOf(stage);
    if (name !== '$match' || operand.type !== 'object') break;
    filters.push(operand.value);
  }
  return { filters, rest: stages.slice(filters.length) };
};

/**
 * How many documents a pipeline needs to be given when it only counts them, at the most: what countDocuments sends. Undefined when it
 * looks into them.
 */
export const countedOf = (stages: readonly Value[]): number | undefined => {
  const [first, ...others] = stages;
  const limit = first && limitOf(first);
  if (limit !== undefined) return onlyCounts(others[0]) ? limit : undefined;
  return onlyCounts(first) ? Infinity : undefined;
};

const limitOf = (stage: Value): number | undefined => {
  const [name, operand] = stageOf(stage);
  return name === '$limit' && isNumber(operand) && toDouble(operand) >= 1 ? toDouble(operand) : undefined;
};

const onlyCounts = (stage: Value | undefined): boolean => {
  if (!stage) return false;
  const [name, operand] = stageOf(stage);
  if (name === '$count') return true;
  if (name !== '$group' || operand.type !== 'object') return false;
  return [...operand.value.fields].every(([field, value]) => (field === '_id' ? isConstant(value) : countsOne(value)));
};

const isConstant = (value: Value): boolean => value.type === 'null' || isNumber(value);

const countsOne = (value: Value): boolean => {
  const counted = value.type === 'object' && value.value.size === 1 ? value.value.get('$sum') : undefined;
  return counted !== undefined && isNumber(counted);
};
