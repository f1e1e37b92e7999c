import { Document, int, long, nullValue } from '../../bson';
import type { Value } from '../../bson';
import { changeAt } from '../update/change-at';
import { valueAt } from '../expression/field-path';
import { pathOf } from '../expression/compile';
import { matcher } from '../match/matches';
import { parseFilter } from '../match/parse-filter';
import { wholeNumber } from '../match/whole-number';
import { refuseAt } from '../mongo-error';
import { window } from '../query/find';
import { pause } from '../query/pause';
import { parseSort } from '../query/sort';
import { sorted } from '../query/sorted';
import type { Packing } from '../query/sorted';
import { documentStage } from './document-stages';
import { group } from './group';
import type { Stage, StageCompiler, Stream } from './stage';

/** A stage that works on each document alone. */
export const mapped = (each: (document: Document) => Document): Stage =>
  function* (source) {
    for (const document of source) yield document === pause ? pause : each(document);
  };

const match: StageCompiler = (operand, { variables }) => {
  if (operand.type !== 'object') throw refuseAt(15959, 'the match filter must be an expression in an object');
  const isWanted = matcher(parseFilter(operand.value, variables));
  return function* (source) {
    for (const document of source) if (document === pause || isWanted(document)) yield document;
  };
};

const positive = (name: string, operand: Value, least: bigint): number => {
  const whole = wholeNumber(operand);
  if (whole === undefined || whole < least)
    throw refuseAt(
      least === 0n ? 15956 : 15958,
      `invalid argument to ${name} stage: Expected a ${least === 0n ? 'non-negative' : 'positive'} number`,
    );
  return Number(whole);
};

const plainPacking: Packing<Document> = {
  documentOf: (document) => document,
  pack: (document) => document.bytes(),
  unpack: (bytes) => Document.fromBytes(bytes),
};

const sort: StageCompiler = (operand, { scratch }) => {
  if (operand.type !== 'object' || operand.value.size === 0)
    throw refuseAt(15976, '$sort stage must have at least one sort key');
  const by = parseSort(operand);
  return (source) => sorted(source, by, Infinity, plainPacking, scratch);
};

const count: StageCompiler = (operand) => {
  if (operand.type !== 'string' || operand.value === '' || operand.value.startsWith('$') || operand.value.includes('.'))
    throw refuseAt(40156, 'the count field must be a non-empty string without $ and .');
  return function* (source: Stream) {
    let total = 0;
    for (const document of source) {
      if (document === pause) yield pause;
      else total++;
    }
    if (total > 0) yield Document.of([[operand.value, int(total)]]);
  };
};

const unwind: StageCompiler = (operand) => {
  const options = operand.type === 'object' ? operand.value : Document.of([['path', operand]]);
  const text = options.get('path');
  if (text?.type !== 'string' || !text.value.startsWith('$'))
    throw refuseAt(28818, "path option to $unwind stage should be prefixed with a '$'");
  const path = pathOf(text.value.slice(1));
  const keeps = options.get('preserveNullAndEmptyArrays');
  const preserve = keeps?.type === 'bool' && keeps.value;
  const index = options.get('includeArrayIndex');
  return function* (source) {
    for (const document of source) {
      if (document === pause) yield pause;
      else yield* unwound(document, path, preserve, index?.type === 'string' ? index.value : undefined);
    }
  };
};

const unwound = function* (
  document: Document,
  path: readonly string[],
  preserve: boolean,
  index: string | undefined,
): Generator<Document> {
  const value = valueAt({ type: 'object', value: document }, path);
  const place = (item: Value | undefined, at: Value): Document => {
    const changed = changeAt({ type: 'object', value: document }, path, 0, () => item, true);
    const result = changed?.type === 'object' ? changed.value : document;
    return index === undefined ? result : result.with(index, at);
  };
  if (value?.type === 'array' && value.value.items.length > 0)
    for (const [at, item] of value.value.items.entries()) yield place(item, long(BigInt(at)));
  else if (value?.type === 'array') {
    if (preserve) yield place(undefined, nullValue);
  } else if (value === undefined || value.type === 'null' || value.type === 'undefined') {
    if (preserve) yield index === undefined ? document : document.with(index, nullValue);
  } else yield index === undefined ? document : document.with(index, nullValue);
};

const sortByCount: StageCompiler = (operand, context) =>
  context.compile([
    {
      type: 'object',
      value: Document.of([
        [
          '$group',
          {
            type: 'object',
            value: Document.of([
              ['_id', operand],
              ['count', countOne],
            ]),
          },
        ],
      ]),
    },
    { type: 'object', value: Document.of([['$sort', { type: 'object', value: Document.of([['count', int(-1)]]) }]]) },
  ]);

const countOne: Value = { type: 'object', value: Document.of([['$sum', int(1)]]) };

const perDocument =
  (name: string): StageCompiler =>
  (operand, { variables }) => {
    const each = documentStage(name, operand, variables);
    if (!each) throw refuseAt(40324, `Unrecognized pipeline stage name: '${name}'`);
    return mapped(each);
  };

/** The stages that need nothing but the stream. */
export const simpleStages: Readonly<Record<string, StageCompiler>> = {
  $match: match,
  $group: group,
  $sort: sort,
  $limit: (operand) => {
    const limit = positive('$limit', operand, 1n);
    return (source) => window(source, 0, limit);
  },
  $skip: (operand) => {
    const skip = positive('$skip', operand, 0n);
    return (source) => window(source, skip, 0);
  },
  $count: count,
  $unwind: unwind,
  $sortByCount: sortByCount,
  $addFields: perDocument('$addFields'),
  $set: perDocument('$set'),
  $project: perDocument('$project'),
  $unset: perDocument('$unset'),
  $replaceRoot: perDocument('$replaceRoot'),
  $replaceWith: perDocument('$replaceWith'),
};
