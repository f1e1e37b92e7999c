import { compareRows, matches } from '@referral/conditions';
import type { Find, Row } from '../store/model-store';

/** The rows that a database would find among these. */
export const choose = (
  rows: readonly Row[],
  { filter, sort, limit }: Pick<Find, 'filter' | 'sort' | 'limit'>,
): readonly Row[] =>
  rows
    .filter((row) => matches(row, filter))
    .sort(compareRows(sort))
    .slice(0, limit);
