import { openStages, type Stage } from '@referral/referral';
import { Draws } from './draws';
import type { SeedOptions } from './options';
import { dayMs, inOfficeHours, monthsAfter, startOfDate } from './virtual-time';

/** How long the history is. */
export const MONTHS = 18;

/** What becomes of a referral that is not left open, by how many of a hundred it becomes of. */
const fatesOfHundred = {
  loop_closed: 58,
  declined: 6,
  advice: 2,
  redirected: 3,
  superseded: 2,
  in_error: 1,
  cancelled: 4,
  cancellation_dropped: 2,
  expired: 3,
  unable_to_contact: 4,
  denied: 3,
  not_covered: 2,
  missed_visits: 3,
  no_report: 2,
  reopened: 3,
  elsewhere: 2,
} as const;

/** What becomes of a referral. */
export type Fate = keyof typeof fatesOfHundred;

/** The share of the referrals that come in last and are left in a stage each, in turn. */
const OPEN_SHARE = 0.12;

/** Days before the end at which a referral comes in that is to stand in a stage then: least and most. */
const daysBefore: Readonly<Record<string, readonly [number, number]>> = {
  draft: [1, 6],
  received: [0, 3],
  awaiting_information: [3, 14],
  in_triage: [3, 10],
  accepted: [6, 25],
  scheduled: [15, 24],
  visit_missed: [60, 75],
  visit_cancelled: [50, 60],
  visit_completed: [60, 75],
  report_received: [75, 95],
  cancellation_requested: [15, 30],
};

/** One referral as it is meant before anything happens to it. */
export interface PlannedReferral {
  readonly number: number;
  /** When it comes in, ms since 1970. */
  readonly at: number;
  readonly patient: number;
  readonly fate: Fate;
  /** The stage that it is left in; `null` for one that goes on to its fate. */
  readonly left: Stage | null;
}

/** Begin and end of the virtual clock, ms since 1970. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** The span of a history. */
export const spanOf = ({ from }: SeedOptions): Span => {
  const start = startOfDate(from);
  return { from: start, to: monthsAfter(start, MONTHS) };
};

/** All referrals in the order in which they come in. Of every hundred, each fate becomes of exactly its share. */
export const plannedReferrals = (options: SeedOptions, name: string): readonly PlannedReferral[] => {
  const { referrals } = options;
  const { from, to } = spanOf(options);
  const left = Math.min(referrals, Math.ceil(referrals * OPEN_SHARE));
  const patients = Math.max(1, Math.round(referrals * 0.8));
  return Array.from({ length: referrals }, (_, index): PlannedReferral => {
    const draws = new Draws(name, 'plan', index);
    const stage = index < left ? (openStages[index % openStages.length] ?? null) : null;
    const [least, most] = (stage && daysBefore[stage]) ?? [0, (to - from) / dayMs - 10];
    const at = to - least * dayMs - draws.fraction() * (most - least) * dayMs;
    return {
      number: index + 1,
      at: Math.min(Math.floor(inOfficeHours(draws, at - (stage ? dayMs / 2 : 0))), to),
      patient: draws.whole(1, patients),
      fate: fateOf(name, index),
      left: stage,
    };
  }).sort((one, other) => one.at - other.at || one.number - other.number);
};

const hundred: readonly Fate[] = (Object.entries(fatesOfHundred) as [Fate, number][]).flatMap(([fate, count]) =>
  Array.from({ length: count }, () => fate),
);

const shuffles = new Map<string, readonly Fate[]>();

const fateOf = (name: string, index: number): Fate => {
  const block = `${name}/${String(Math.floor(index / hundred.length))}`;
  const shuffled = shuffles.get(block) ?? shuffledBy(new Draws('fates', block), hundred);
  shuffles.set(block, shuffled);
  return shuffled[index % hundred.length] ?? 'loop_closed';
};

const shuffledBy = <Value>(draws: Draws, values: readonly Value[]): readonly Value[] =>
  values
    .map((value) => ({ value, place: draws.fraction() }))
    .sort((one, other) => one.place - other.place)
    .map(({ value }) => value);
