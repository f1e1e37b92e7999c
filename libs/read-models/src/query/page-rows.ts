import { DomainError } from '@referral/eventsourcing';
import type { Find, Row } from '../store/model-store';
import { checkCondition, checkSort } from './check-condition';
import type { Condition, Sort } from '@referral/conditions';
import { type CursorContent, type cursorSeal, invalidCursor, queryDigest } from './cursor';
import { standsAfter } from './keyset';
import { scalarAt } from '@referral/conditions';
import { negated } from './negated';
import type { Page, PageQuery } from './queries';

const largestPage = 500;

type FindRows = (find: Pick<Find, 'filter' | 'sort' | 'limit'>) => Promise<readonly Row[]>;

/**
 * Pages through a query by keyset: each page begins after the values of the last row of the one before, so rows that come or go
 * meanwhile neither repeat others nor hide them. Rows of `first` are a query of their own that comes before the rest.
 */
export const pageRows = async (
  query: PageQuery,
  seal: ReturnType<typeof cursorSeal>,
  find: FindRows,
): Promise<Page<Record<string, unknown>>> => {
  const { sort, limit } = checked(query);
  const digest = digestOf(query);
  const from = query.cursor === undefined ? null : seal.open(query.cursor);
  if (from && (from.query !== digest || from.values.length !== sort.length)) throw invalidCursor();

  const rows: { row: Row; leading: boolean }[] = [];
  for (const leading of query.first ? [true, false] : [false]) {
    if ((from && from.leading !== leading && leading) || rows.length > limit) continue;
    const conditions: Condition[] = [query.filter];
    if (query.first) conditions.push(leading ? query.first : negated(query.first));
    if (from?.leading === leading) conditions.push(standsAfter(sort, from.values));
    const found = await find({ filter: { all: conditions }, sort, limit: limit + 1 - rows.length });
    rows.push(...found.map((row) => ({ row, leading })));
  }
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  const content = (end: { row: Row; leading: boolean }): CursorContent => ({
    query: digest,
    asOf: query.asOf ?? null,
    leading: end.leading,
    values: sort.map(({ path }) => scalarAt(end.row, path)),
  });
  return { items: shown.map(({ row }) => row), cursor: last ? seal.seal(content(last)) : null };
};

const checked = (query: PageQuery): { readonly sort: Sort; readonly limit: number } => {
  if (!Number.isInteger(query.limit) || query.limit < 1 || query.limit > largestPage)
    throw new DomainError('VALIDATION_FAILED', `A page has 1 to ${largestPage} rows.`);
  const sort: Sort = query.sort.some(({ path }) => path === '_id')
    ? query.sort
    : [...query.sort, { path: '_id', order: 'ascending' }];
  checkSort(sort);
  checkCondition(query.filter);
  if (query.first) checkCondition(query.first);
  return { sort, limit: query.limit };
};

const digestOf = ({ projection, tenantId, part, filter, first, sort, asOf }: PageQuery): string =>
  queryDigest([projection, tenantId, part ?? 'documents', filter, first ?? null, sort, asOf ?? null]);
