import type { Ledger } from './ledger';

interface History {
  readonly events: readonly {
    readonly revision: number;
    readonly occurredAt: string;
    readonly type: string;
    readonly actor: { readonly userId: string };
    readonly stage?: { readonly before: string; readonly after: string };
    readonly hash: string;
  }[];
}

/** The history of a referral, one event a line. */
export const historyLines = async (ledger: Ledger, referralId: string): Promise<readonly string[]> => {
  const { events } = await ledger.read<History>(`/referrals/${referralId}/history`);
  return events.map(({ revision, occurredAt, type, actor, stage, hash }) => {
    const stages = stage && stage.before !== stage.after ? `${stage.before} -> ${stage.after}` : '';
    const when = occurredAt.slice(0, 16).replace('T', ' ');
    return `  ${String(revision).padStart(3)}  ${when}  ${type.padEnd(28)} ${actor.userId.padEnd(8)} ${stages.padEnd(36)} ${hash.slice(0, 12)}`;
  });
};

interface Turnaround {
  readonly definitions: readonly { readonly id: string; readonly name: string }[];
  readonly figures: readonly {
    readonly metric: string;
    readonly started: number;
    readonly completed: number;
    readonly censored: number;
    readonly gross: { readonly median: number | null; readonly p90: number | null };
  }[];
  readonly rates: readonly {
    readonly metric: string;
    readonly name: string;
    readonly numerator: number;
    readonly denominator: number;
  }[];
}

const days = (minutes: number | null): string => (minutes === null ? '-' : `${(minutes / 1_440).toFixed(1)} d`);

/** The turnaround figures of everything in the ledger, one metric a line. */
export const turnaroundLines = async (ledger: Ledger): Promise<readonly string[]> => {
  const { definitions, figures, rates } = await ledger.ask<Turnaround>('/metrics/turnaround');
  const nameOf = (metric: string) => definitions.find(({ id }) => metric.startsWith(`${id}@`))?.name ?? '';
  return [
    `  ${'metric'.padEnd(40)} started completed censored   median      p90`,
    ...figures.map(({ metric, started, completed, censored, gross }) =>
      [
        `  ${`${metric} ${nameOf(metric)}`.padEnd(40)}`,
        String(started).padStart(7),
        String(completed).padStart(9),
        String(censored).padStart(8),
        days(gross.median).padStart(8),
        days(gross.p90).padStart(8),
      ].join(' '),
    ),
    ...rates.map(
      ({ metric, name, numerator, denominator }) =>
        `  ${`${metric} ${name}`.padEnd(40)} ${String(numerator)} of ${String(denominator)}`,
    ),
  ];
};
