import type { BusinessCalendar } from './business-calendar';
import { addOpenTime, openTimeBetween } from './business-time';
import type { DurationUnit } from './sla-policy';
import { instantAt, plus, steadyWallTime, toInstant } from './wall-clock';

/** A stretch of time in which a clock does not count. */
export interface Stretch {
  readonly from: string;
  readonly to: string;
}

const earlier = (one: string, other: string): string => (Date.parse(one) <= Date.parse(other) ? one : other);
const later = (one: string, other: string): string => (Date.parse(one) >= Date.parse(other) ? one : other);

/** Stretches in their order, those that touch or overlap as one, empty ones left out: time that two reasons share counts once. */
export const merged = (stretches: readonly Stretch[]): readonly Stretch[] => {
  const inOrder = [...stretches].sort((one, other) => Date.parse(one.from) - Date.parse(other.from));
  const found: Stretch[] = [];
  for (const stretch of inOrder) {
    if (Date.parse(stretch.to) <= Date.parse(stretch.from)) continue;
    const last = found.at(-1);
    if (last && Date.parse(stretch.from) <= Date.parse(last.to))
      found[found.length - 1] = { from: last.from, to: later(last.to, stretch.to) };
    else found.push(stretch);
  }
  return found;
};

/** The part of some stretches that lies between two instants, merged. */
export const within = (stretches: readonly Stretch[], from: string, to: string): readonly Stretch[] =>
  merged(stretches.map((stretch) => ({ from: later(stretch.from, from), to: earlier(stretch.to, to) })));

/** Milliseconds from one instant to another that no stretch covers. */
export const netTime = (from: string, to: string, stretches: readonly Stretch[]): number =>
  within(stretches, from, to).reduce(
    (left, stretch) => left - (Date.parse(stretch.to) - Date.parse(stretch.from)),
    Math.max(0, Date.parse(to) - Date.parse(from)),
  );

/** A due time, later by one pause, which is as long as the unit of the allowed time measures it. */
const postponed = (due: string, { from, to }: Stretch, unit: DurationUnit, calendar: BusinessCalendar): string => {
  switch (unit) {
    case 'minutes':
    case 'hours':
      return plus(due, Date.parse(to) - Date.parse(from));
    case 'business_hours':
    case 'business_days': {
      const open = openTimeBetween(from, to, calendar);
      return open === 0 ? due : addOpenTime(due, open, calendar);
    }
    case 'calendar_days': {
      const wall = (instant: string) => steadyWallTime(instant, calendar.timeZone);
      return instantAt(wall(due) + wall(to) - wall(from), calendar.timeZone);
    }
  }
};

/**
 * A due time after the pauses that began before it, each of which moves it before the next is asked. What was paused before the start
 * is no part of the clock's time, and what is paused after the due time comes too late to help.
 */
export const dueAfterPauses = (
  { startedAt, dueAt }: { readonly startedAt: string; readonly dueAt: string },
  pauses: readonly Stretch[],
  unit: DurationUnit,
  calendar: BusinessCalendar,
): string => {
  let due = toInstant(Date.parse(dueAt));
  for (const pause of merged(pauses)) {
    if (Date.parse(pause.to) <= Date.parse(startedAt)) continue;
    if (Date.parse(pause.from) >= Date.parse(due)) break;
    due = postponed(due, { from: later(pause.from, startedAt), to: pause.to }, unit, calendar);
  }
  return due;
};
