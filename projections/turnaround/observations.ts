import { millisecondsBetween } from '../shared/utc';
import type { TurnaroundMetric } from './metrics';
import type { Cycle, Mark, TurnaroundFacts } from './turnaround-facts';

/** One referral in the figures of one metric, with the events that it rests on. */
export interface Observation {
  readonly referralId: string;
  readonly cycle: number;
  readonly specialty: string;
  readonly urgency: string;
  readonly direction: string;
  readonly start: Mark;
  readonly stop: Mark | null;
  /** Wall time from start to stop, or for as long as it has been seen without one; minutes with fraction. */
  readonly grossMinutes: number;
  /** Gross without the time in which the clock was paused. Holds are not taken off yet, so it equals gross. */
  readonly netMinutes: number;
  /** Minutes between the times of recording; `null` without a stop. */
  readonly recordedMinutes: number | null;
}

/** What a referral says to a metric at an instant; `null` when it is not in its population. */
export const observe = (
  metric: TurnaroundMetric,
  facts: TurnaroundFacts,
  cycle: Cycle,
  now: string,
): Observation | null => {
  const start = cycle.marks[metric.start];
  if (!start || start.at > now || metric.excludes?.(facts, cycle, now)) return null;
  const reached = cycle.marks[metric.stop] ?? null;
  const stop = reached && reached.at <= now ? reached : null;
  if (!stop && cycle.closureOutcome === 'patient_deceased') return null;
  const seenUntil = stop?.at ?? earlier(cycle.endedAt ?? now, now);
  const grossMinutes = Math.max(0, millisecondsBetween(start.at, seenUntil)) / 60_000;
  return {
    referralId: facts.referralId,
    cycle: cycle.cycle,
    specialty: facts.specialty,
    urgency: facts.urgency,
    direction: facts.direction,
    start,
    stop,
    grossMinutes,
    netMinutes: grossMinutes,
    recordedMinutes: stop && millisecondsBetween(start.recordedAt, stop.recordedAt) / 60_000,
  };
};

const earlier = (left: string, right: string): string => (left < right ? left : right);
