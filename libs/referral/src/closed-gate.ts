import { instant, localDate, type Validity } from '@referral/values';
import type { Gate } from './values/gate-override';

/** The visit that someone wants to book or move. */
export interface Visit {
  readonly start: string;
  readonly end: string;
  readonly timeZone: string;
}

/** A gate that is closed, and what would open it. */
export interface ClosedGate {
  readonly gate: Gate;
  readonly sentence: string;
}

/** One closed gate, and none. */
export const closed = (gate: Gate, sentence: string): readonly ClosedGate[] => [{ gate, sentence }];
export const open: readonly ClosedGate[] = [];

const isDate = (bound: string): boolean => !bound.includes('T');

/** True when a visit lies within a period; a bound that is a date means the whole of that day where the visit takes place. */
export const within = ({ start, end }: Validity, visit: Visit): boolean => {
  const startsInTime = isDate(start)
    ? localDate(visit.start, visit.timeZone) >= start
    : instant(visit.start) >= instant(start);
  if (end === undefined) return startsInTime;
  const endsInTime = isDate(end) ? localDate(visit.end, visit.timeZone) <= end : instant(visit.end) <= instant(end);
  return startsInTime && endsInTime;
};
