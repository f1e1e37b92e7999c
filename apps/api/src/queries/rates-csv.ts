import { stringify } from 'csv-stringify/sync';
import { rateGroupings } from './grouped-rates';
import type { ToldRate } from './turnaround';

const figures = ['numerator', 'denominator', 'rate', 'immature'] as const;

/** Rates as a table that a spreadsheet can open without running anything in it; empty where there is no figure. */
export const ratesCsv = (rows: readonly ToldRate[]): string =>
  stringify([['metric', 'name', ...rateGroupings, 'suppressed', ...figures], ...rows.map(cells)], {
    escape_formulas: true,
  });

const cells = (row: ToldRate): readonly (string | number | null)[] => [
  row.metric,
  row.name,
  // Some programs end a text at NUL.
  ...rateGroupings.map((grouping) => (row.group[grouping] ?? '').replaceAll('\0', '')),
  row.suppressed ? 'yes' : 'no',
  ...figures.map((figure) => (row.suppressed ? null : row[figure])),
];
