import { type Cycle, type Milestone, reachedBy, type TurnaroundFacts } from './turnaround-facts';

/** A turnaround metric: from the first of one fact to the first of another within a cycle. */
export interface TurnaroundMetric {
  readonly id: string;
  /** Raised when the definition changes; the old series is kept under `id@version`. */
  readonly version: number;
  readonly name: string;
  readonly start: Milestone;
  readonly stop: Milestone;
  /** What the definition leaves out beside what every metric leaves out. */
  readonly excludes?: (facts: TurnaroundFacts, cycle: Cycle, now: string) => boolean;
  /** A stop before the start counts as no time at all. */
  readonly unit: 'calendar_minutes';
}

const calendar = { version: 1, unit: 'calendar_minutes' } as const;

/** The metrics of domain.md 5.2 whose facts exist. */
export const turnaroundMetrics: readonly TurnaroundMetric[] = [
  {
    id: 'M05',
    name: 'receipt to triage start',
    start: 'received',
    stop: 'triageStarted',
    // Accepted by protocol. What was declined at once waited for its triage until then, and is censored.
    excludes: (_, { marks }, now) => reachedBy(marks.accepted, now) && !reachedBy(marks.triageStarted, now),
    ...calendar,
  },
  { id: 'M06', name: 'complete to triage decision', start: 'complete', stop: 'triageDecided', ...calendar },
  { id: 'M12', name: 'receipt to scheduled', start: 'received', stop: 'scheduled', ...calendar },
  { id: 'M13', name: 'acceptance to scheduled', start: 'accepted', stop: 'scheduled', ...calendar },
  { id: 'M15', name: 'time to appointment (attended)', start: 'received', stop: 'attended', ...calendar },
  {
    id: 'M17',
    name: 'visit to report',
    start: 'attended',
    stop: 'reportReceived',
    excludes: ({ type }) => type === 'community_service',
    ...calendar,
  },
  { id: 'M20', name: 'end to end (loop)', start: 'received', stop: 'loopClosed', ...calendar },
];

/** The metric that `M12` or `M12@1` names. */
export const turnaroundMetric = (name: string): TurnaroundMetric | null => {
  const [id, version] = name.split('@');
  const found = turnaroundMetrics.find((metric) => metric.id === id);
  return found && (version === undefined || Number(version) === found.version) ? found : null;
};
