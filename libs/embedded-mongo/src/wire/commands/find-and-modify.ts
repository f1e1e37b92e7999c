import { Document } from '../../bson';
import type { PlainDocument } from '../../bson';
import type { Collection } from '../../engine/catalog/collection';
import { refuse } from '../../engine/mongo-error';
import { parseFilter } from '../../engine/match/parse-filter';
import { parseProjection } from '../../engine/query/projection';
import type { Unit } from '../../engine/storage/unit';
import { parseUpdate } from '../../engine/update/parse-update';
import { firstMatch, updateOne } from '../../engine/write/update';
import type { UpdateStatement } from '../../engine/write/update';
import { documentList, flag, optionalDocument } from '../command';
import type { Command } from '../command';
import type { Context, Handler } from '../handler';
import { okReply } from '../reply';
import { collectionToWrite } from './batch';
import { hintOf } from './hint';
import { sortOf } from './update-statement';
import { variablesOf } from './variables';

type Change = (unit: Unit) => { readonly value: Document | undefined; readonly lastErrorObject: PlainDocument };

const removal = (
  context: Context,
  collection: Collection,
  statement: Pick<UpdateStatement, 'predicate' | 'sort' | 'hint'>,
): Change => {
  const { engine } = context.node;
  return (unit) => {
    const stored = firstMatch(engine, unit, collection, statement);
    if (stored) engine.writer.remove(unit, collection, stored.document);
    return { value: stored?.document, lastErrorObject: { n: stored ? 1 : 0 } };
  };
};

const modification = (
  context: Context,
  collection: Collection,
  statement: UpdateStatement,
  returnNew: boolean,
): Change => {
  const { engine } = context.node;
  return (unit) => {
    const { matched, upserted, before, after } = updateOne(engine, unit, collection, statement);
    return {
      value: returnNew ? after : before,
      lastErrorObject: {
        n: matched === 1 || upserted ? 1 : 0,
        updatedExisting: matched === 1,
        ...(upserted && { upserted: { bson: upserted } }),
      },
    };
  };
};

const changeOf = (context: Context, command: Command, collection: Collection): Change => {
  const variables = variablesOf(command);
  const target = {
    predicate: parseFilter(optionalDocument(command, 'query') ?? Document.empty, variables),
    sort: sortOf(optionalDocument(command, 'sort')),
    hint: hintOf(command, collection),
  };
  const given = command.body.get('update');
  const upsert = flag(command, 'upsert');
  const returnNew = flag(command, 'new');
  if (flag(command, 'remove')) {
    if (given) throw refuse('FailedToParse', 'Cannot specify both an update and remove=true');
    if (upsert) throw refuse('FailedToParse', 'Cannot specify both upsert=true and remove=true');
    if (returnNew)
      throw refuse(
        'FailedToParse',
        "Cannot specify both new=true and remove=true; 'remove' always returns the deleted document",
      );
    return removal(context, collection, target);
  }
  if (!given) throw refuse('FailedToParse', 'Either an update or remove=true must be specified');
  const update = parseUpdate(given, documentList(command, 'arrayFilters'), variables);
  return modification(context, collection, { ...target, update, upsert, multi: false }, returnNew);
};

/** The findAndModify command. */
export const findAndModify: Handler = {
  fields: [
    'query',
    'sort',
    'remove',
    'update',
    'new',
    'fields',
    'upsert',
    'arrayFilters',
    'hint',
    'let',
    'bypassDocumentValidation',
  ],
  inTransaction: true,
  run: async (context, command) => {
    const before = context.retry?.done(0);
    if (before) return before;
    const projection = parseProjection(
      optionalDocument(command, 'fields') ?? Document.empty,
      variablesOf(command),
      false,
      optionalDocument(command, 'query'),
    );
    const collection = await collectionToWrite(context, command);
    const change = changeOf(context, command, collection);
    return context.work.run((unit) => {
      const { value, lastErrorObject } = change(unit);
      const reply = okReply({ lastErrorObject, value: value ? projection(value) : null });
      context.retry?.record(unit, new Map([[0, reply]]));
      return reply;
    });
  },
};
