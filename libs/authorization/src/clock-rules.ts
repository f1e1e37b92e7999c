/** How long a payer may take, by how urgent it is, and since when. Durations are hours of the wall clock. */
export interface ClockRule {
  readonly ruleId: string;
  readonly version: number;
  /** Calendar date from which requests are under this version. */
  readonly effectiveFrom: string;
  readonly decisionHours: Readonly<Record<Level, number>>;
  readonly appealHours: Readonly<Record<Level, number>>;
}

/** How soon an answer is needed. */
export const levels = ['standard', 'expedited'] as const;
export type Level = (typeof levels)[number];

/** Which version of which rule a due time was taken from. */
export interface ClockBasis {
  readonly ruleId: string;
  readonly version: number;
}

const DAY = 24;

/**
 * The versions of the rule, oldest first. Version 2: CMS-0057-F, 7 calendar days and 72 hours for decisions about items and services
 * that are not drugs, from 1 January 2026. Version 1: the 14 calendar days of 42 CFR 422.568 before it. Appeals: 42 CFR 422.590, 30
 * calendar days and 72 hours. A site whose payers are under other rules publishes a version of its own.
 */
export const clockRules: readonly [ClockRule, ...ClockRule[]] = [
  {
    ruleId: 'payer-decision',
    version: 1,
    effectiveFrom: '2016-01-01',
    decisionHours: { standard: 14 * DAY, expedited: 72 },
    appealHours: { standard: 30 * DAY, expedited: 72 },
  },
  {
    ruleId: 'payer-decision',
    version: 2,
    effectiveFrom: '2026-01-01',
    decisionHours: { standard: 7 * DAY, expedited: 72 },
    appealHours: { standard: 30 * DAY, expedited: 72 },
  },
];

/** Days before the end of its validity from which an authorization is expiring. The project's own default. */
export const EXPIRING_WITHIN_DAYS = 14;

const HOUR_MS = 3_600_000;

/** When an answer is due to what the payer has from an instant on, and by which version: the one in force on the date of the instant. */
export const dueFrom = (
  instant: string,
  kind: 'decisionHours' | 'appealHours',
  level: Level,
): { readonly dueAt: string; readonly clockBasis: ClockBasis } => {
  const date = instant.slice(0, 10);
  const rule = clockRules.findLast(({ effectiveFrom }) => effectiveFrom <= date) ?? clockRules[0];
  const dueAt = new Date(Date.parse(instant) + rule[kind][level] * HOUR_MS).toISOString();
  return { dueAt, clockBasis: { ruleId: rule.ruleId, version: rule.version } };
};
