import type { Document } from '../../bson';
import type { Collection } from '../../engine/catalog/collection';
import type { Variables } from '../../engine/expression/expression';
import { parseFilter } from '../../engine/match/parse-filter';
import { refuse, refuseAt } from '../../engine/mongo-error';
import { parseSort } from '../../engine/query/sort';
import type { DeleteStatement } from '../../engine/write/delete';
import type { UpdateStatement } from '../../engine/write/update';
import { parseUpdate } from '../../engine/update/parse-update';
import { documentList, flag, optionalDocument, optionalWhole, requireKnownFields, statementOf } from '../command';
import { hintOf } from './hint';

/** Reads one entry of `updates`. */
export const readUpdate = (body: Document, collection: Collection, variables: Variables): UpdateStatement => {
  const statement = statementOf('updates', body);
  const filter = optionalDocument(statement, 'q');
  const update = body.get('u');
  if (!filter || !update) throw refuseAt(40414, "BSON field 'update.updates.q' and 'u' are required");
  return {
    predicate: parseFilter(filter, variables),
    update: parseUpdate(
      update,
      documentList(statement, 'arrayFilters'),
      withConstants(variables, optionalDocument(statement, 'c')),
    ),
    upsert: flag(statement, 'upsert'),
    multi: flag(statement, 'multi'),
    sort: undefined,
    hint: hintOf(statement, collection),
  };
};

const withConstants = (variables: Variables, constants: Document | undefined): Variables =>
  constants ? new Map([...variables, ...constants.fields]) : variables;

/** Reads one entry of `deletes`. */
export const readDelete = (body: Document, collection: Collection, variables: Variables): DeleteStatement => {
  const statement = statementOf('deletes', body);
  const filter = optionalDocument(statement, 'q');
  if (!filter) throw refuseAt(40414, "BSON field 'delete.deletes.q' is missing but a required field");
  const limit = optionalWhole(statement, 'limit');
  if (limit !== 0 && limit !== 1)
    throw refuse('FailedToParse', `The limit field in delete objects must be 0 or 1. Got ${limit ?? 'none'}`);
  return {
    predicate: parseFilter(filter, variables),
    multi: limit === 0,
    sort: undefined,
    hint: hintOf(statement, collection),
  };
};

/** An optional sort argument. */
export const sortOf = (order: Document | undefined): ReturnType<typeof parseSort> | undefined =>
  order && order.size > 0 ? parseSort({ type: 'object', value: order }) : undefined;

const statementFields = {
  updates: ['q', 'u', 'c', 'upsert', 'multi', 'arrayFilters', 'hint', 'sampleId'],
  deletes: ['q', 'limit', 'hint', 'sampleId'],
} as const;

/** Refuses the whole batch when one of its statements asks for something unknown. */
export const requireKnownStatements = (kind: keyof typeof statementFields, bodies: readonly Document[]): void => {
  for (const body of bodies) requireKnownFields(statementOf(kind, body), statementFields[kind]);
};
