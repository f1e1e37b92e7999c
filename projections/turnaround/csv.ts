import { stringify } from 'csv-stringify/sync';
import type { suppressFigures } from './small-cells';
import { groupings } from './summarise';

const figures = ['median', 'p90', 'kaplanMeierMedian'] as const;
const recordedFigures = ['median', 'p90'] as const;

/** The header of the table. */
export const csvColumns: readonly string[] = [
  'metric',
  'unit',
  ...groupings,
  'suppressed',
  'started',
  'completed',
  'censored',
  ...figures.map((figure) => `gross_${figure}`),
  ...figures.map((figure) => `net_${figure}`),
  ...recordedFigures.map((figure) => `recorded_${figure}`),
];

/** Figures as a table that a spreadsheet can open without running anything in it; empty where there is no figure. */
export const turnaroundCsv = (rows: readonly ReturnType<typeof suppressFigures>[]): string =>
  stringify([csvColumns, ...rows.map(cells)], { escape_formulas: true });

const cells = (row: ReturnType<typeof suppressFigures>): readonly (string | number | null)[] => {
  const head = [row.metric, row.unit, ...groupings.map((grouping) => clean(row.group[grouping]))];
  if (row.suppressed) return [...head, 'yes', ...csvColumns.slice(head.length + 1).map(() => null)];
  const durations = [row.gross, row.net].flatMap((each) => figures.map((figure) => each[figure]));
  const recorded = recordedFigures.map((figure) => row.recorded[figure]);
  return [...head, 'no', row.started, row.completed, row.censored, ...durations, ...recorded];
};

/** Some programs end a text at NUL. */
const clean = (text: string | undefined): string => (text ?? '').replaceAll('\0', '');
