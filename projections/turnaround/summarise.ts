import { localDate } from '@referral/values';
import type { TurnaroundMetric } from './metrics';
import { type Observation, observe } from './observations';
import { kaplanMeierMedian, quantile } from './statistics';
import type { TurnaroundFacts } from './turnaround-facts';
import { isoWeek } from './iso-week';

/** What figures can be told apart by. */
export const groupings = ['specialty', 'urgency', 'direction', 'week'] as const;
export type Grouping = (typeof groupings)[number];

/** Which referrals are counted, and how they are told apart. */
export interface TurnaroundQuestion {
  /** Calendar dates, both included, in which the start lies. */
  readonly from: string;
  readonly to: string;
  /** IANA name of the tenant's reporting zone. */
  readonly timeZone: string;
  readonly groupBy: readonly Grouping[];
  /** The instant for which unfinished ones are counted, UTC with milliseconds. */
  readonly now: string;
  /** Default 1: headline figures. */
  readonly cycle?: number;
}

/** Completed durations, in minutes. */
export interface Durations {
  readonly median: number | null;
  readonly p90: number | null;
  /** Given when more than one in ten is unfinished. */
  readonly kaplanMeierMedian: number | null;
}

/** The same durations between the times of recording, in minutes: beside gross they show how late the facts were written down. */
export type RecordedDurations = Pick<Durations, 'median' | 'p90'>;

/** The figures of one group. */
export interface TurnaroundFigures {
  /** `M12@1`. */
  readonly metric: string;
  readonly unit: TurnaroundMetric['unit'];
  readonly group: Readonly<Partial<Record<Grouping, string>>>;
  readonly started: number;
  readonly completed: number;
  readonly censored: number;
  readonly gross: Durations;
  readonly net: Durations;
  readonly recorded: RecordedDurations;
}

/** The observations of a cohort: those whose start lies in the dates asked for. */
export const cohort = (
  metric: TurnaroundMetric,
  facts: Iterable<TurnaroundFacts>,
  question: TurnaroundQuestion,
): readonly Observation[] => {
  const observations: Observation[] = [];
  for (const one of facts) {
    const cycle = [one.first, ...one.laterCycles].find((each) => each.cycle === (question.cycle ?? 1));
    const observation = cycle && observe(metric, one, cycle, question.now);
    if (!observation) continue;
    const date = localDate(observation.start.at, question.timeZone);
    if (date >= question.from && date <= question.to) observations.push(observation);
  }
  return observations;
};

/** The figures of a cohort, one for each group that has someone in it, in the order of their names. */
export const summarise = (
  metric: TurnaroundMetric,
  observations: readonly Observation[],
  { groupBy, timeZone }: TurnaroundQuestion,
): readonly TurnaroundFigures[] => {
  const groups = new Map<string, Observation[]>();
  for (const observation of observations) {
    const key = JSON.stringify(groupBy.map((grouping) => nameOf(grouping, observation, timeZone)));
    const group = groups.get(key);
    if (group) group.push(observation);
    else groups.set(key, [observation]);
  }
  return [...groups]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([key, members]) => {
      const names = JSON.parse(key) as readonly string[];
      const group = Object.fromEntries(groupBy.map((grouping, at) => [grouping, names[at] ?? '']));
      return figuresOf(metric, group, members);
    });
};

const figuresOf = (
  metric: TurnaroundMetric,
  group: TurnaroundFigures['group'],
  members: readonly Observation[],
): TurnaroundFigures => {
  const completed = members.filter(({ stop }) => stop !== null);
  return {
    metric: `${metric.id}@${metric.version}`,
    unit: metric.unit,
    group,
    started: members.length,
    completed: completed.length,
    censored: members.length - completed.length,
    gross: durations(members, ({ grossMinutes }) => grossMinutes),
    net: durations(members, ({ netMinutes }) => netMinutes),
    recorded: recordedDurations(members),
  };
};

const recordedDurations = (members: readonly Observation[]): RecordedDurations => {
  const minutes = members.map(({ recordedMinutes }) => recordedMinutes).filter((each) => each !== null);
  return { median: quantile(minutes, 0.5), p90: quantile(minutes, 0.9) };
};

const durations = (members: readonly Observation[], minutesOf: (one: Observation) => number): Durations => {
  const survivals = members.map((one) => ({ minutes: minutesOf(one), completed: one.stop !== null }));
  const completed = survivals.filter((one) => one.completed).map(({ minutes }) => minutes);
  const censored = survivals.length - completed.length;
  return {
    median: quantile(completed, 0.5),
    p90: quantile(completed, 0.9),
    kaplanMeierMedian: censored * 10 > survivals.length ? kaplanMeierMedian(survivals) : null,
  };
};

const nameOf = (grouping: Grouping, observation: Observation, timeZone: string): string =>
  grouping === 'week' ? isoWeek(localDate(observation.start.at, timeZone)) : observation[grouping];
