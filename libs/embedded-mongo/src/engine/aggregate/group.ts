import { Document, nullValue } from '../../bson';
import type { Value } from '../../bson';
import type { Evaluate } from '../expression/expression';
import { compileExpression } from '../expression/compile';
import { valueKey } from '../keys/keys';
import { refuse, refuseAt } from '../mongo-error';
import { pause } from '../query/pause';
import { accumulator } from './accumulators';
import type { Accumulate, Accumulator } from './accumulators';
import type { Stage, StageContext } from './stage';

/** More groups than this are refused: they are held in memory. */
const mostGroups = 2_000_000;

type Field = { readonly name: string; readonly evaluate: Evaluate; readonly start: () => Accumulate };

const noVariables: ReadonlyMap<string, Value | undefined> = new Map();

/** $group: one document per distinct _id, in the order the groups first appear. */
export const group = (operand: Value, { variables }: StageContext): Stage => {
  if (operand.type !== 'object') throw refuseAt(15947, "a group's fields must be specified in an object");
  const id = operand.value.get('_id');
  if (!id) throw refuseAt(15955, 'a group specification must include an _id');
  const evaluateId = compileExpression(id, variables);
  const fields = [...operand.value.fields].flatMap(([name, spec]): readonly Field[] =>
    name === '_id' ? [] : [{ name, ...compileField(name, spec, (value) => compileExpression(value, variables)) }],
  );
  return function* (source) {
    const groups = new Map<string, { readonly id: Value; readonly totals: readonly Accumulate[] }>();
    for (const document of source) {
      if (document === pause) {
        yield pause;
        continue;
      }
      const scope = { root: { type: 'object', value: document }, variables: noVariables } as const;
      const key = evaluateId(scope) ?? nullValue;
      const name = valueKey(key).toString('latin1');
      let entry = groups.get(name);
      if (!entry) {
        entry = { id: key, totals: fields.map((field) => field.start()) };
        groups.set(name, entry);
        if (groups.size > mostGroups)
          throw refuse(
            'QueryExceededMemoryLimitNoDiskUseAllowed',
            'Exceeded memory limit for $group, but did not allow external sort. Pass allowDiskUse:true to opt in.',
          );
      }
      for (const [index, field] of fields.entries()) entry.totals[index]?.add(field.evaluate(scope));
    }
    for (const { id: key, totals } of groups.values())
      yield Document.of([
        ['_id', key],
        ...fields.map((field, index): readonly [string, Value] => [field.name, totals[index]?.result() ?? nullValue]),
      ]);
  };
};

const compileField = (
  name: string,
  spec: Value,
  compile: (value: Value) => Evaluate,
): Pick<Field, 'evaluate' | 'start'> => {
  if (name.includes('.')) throw refuseAt(40235, `The field name '${name}' cannot contain '.'`);
  const [entry, second] = spec.type === 'object' ? spec.value.fields : [];
  if (!entry) throw refuseAt(40234, `The field '${name}' must be an accumulator object`);
  if (second) throw refuseAt(40238, `The field '${name}' must specify one accumulator`);
  const [operator, operand] = entry;
  const found: Accumulator | undefined = accumulator(operator);
  if (!found) throw refuseAt(15952, `unknown group operator '${operator}'`);
  return found(operand, compile);
};
