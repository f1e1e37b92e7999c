import type { Check, Findings, Row } from './benchmark';

const headings = ['what', 'figure', 'ceiling or peer of the same run', 'ratio', 'beside'] as const;

/** All findings as one table, and below it what must hold of the outcome. */
export const table = (findings: readonly Findings[]): string => {
  const lines = [headings, ...findings.flatMap(({ rows }) => rows).map(cells)];
  const widths = headings.map((_, column) => Math.max(...lines.map((line) => (line[column] ?? '').length)));
  const text = lines.map((line) =>
    line
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  return [...text, '', ...findings.flatMap(({ checks }) => checks).map(checked)].join('\n');
};

const cells = ({ name, figure, unit, peer, beside = '' }: Row): readonly string[] => [
  name,
  `${shown(figure)} ${unit}`,
  peer ? `${shown(peer.figure)} ${unit}  ${peer.name}` : '',
  peer && peer.figure > 0 ? (figure / peer.figure).toFixed(2) : '',
  beside,
];

const shown = (figure: number): string =>
  figure < 100 ? figure.toFixed(1) : Math.round(figure).toLocaleString('en-US');

const checked = ({ name, violations }: Check): string =>
  `${violations === 0 ? 'holds' : 'BROKEN'}  ${name}${violations === 0 ? '' : `: ${String(violations)}`}`;
