import type { BusinessCalendar } from './business-calendar';
import { dayLength, instantAt, steadyWallTime, toInstant, wallTime } from './wall-clock';

const minute = 60_000;

/** More days in a row than any site closes; a calendar without work days is an error and not an endless search. */
const searchLimit = 366;

/** Midnight, on the wall clock, of the day that a wall time lies in. */
const midnightOf = (wall: number): number => Math.floor(wall / dayLength) * dayLength;

/** 1970-01-01 was a Thursday; Monday is 1 and Sunday is 7. */
const weekdayOf = (midnight: number): number => ((((midnight / dayLength + 3) % 7) + 7) % 7) + 1;

const isWorked = (midnight: number, { workDays, holidays }: BusinessCalendar): boolean =>
  workDays.includes(weekdayOf(midnight)) &&
  (holidays.length === 0 || !holidays.includes(toInstant(midnight).slice(0, 10)));

const opening = (midnight: number, calendar: BusinessCalendar): number => midnight + calendar.opensAt * minute;
const closing = (midnight: number, calendar: BusinessCalendar): number => midnight + calendar.closesAt * minute;

/** The nearest worked day from `midnight` on, in steps of 1 or -1 days, `midnight` itself included. */
const workedFrom = (midnight: number, step: 1 | -1, calendar: BusinessCalendar): number => {
  for (let days = 0; days < searchLimit; days += 1) {
    const candidate = midnight + step * days * dayLength;
    if (isWorked(candidate, calendar)) return candidate;
  }
  throw new RangeError(`the calendar ${calendar.id} works on no day`);
};

/** The wall time itself while the site is open, else the next opening. */
const openFrom = (wall: number, calendar: BusinessCalendar): number => {
  const today = midnightOf(wall);
  const isPast = wall >= closing(today, calendar);
  const day = workedFrom(isPast ? today + dayLength : today, 1, calendar);
  return Math.max(wall, opening(day, calendar));
};

/** The wall time itself while the site is open, else the last closing. */
const openUntil = (wall: number, calendar: BusinessCalendar): number => {
  const today = midnightOf(wall);
  const isEarly = wall <= opening(today, calendar);
  const day = workedFrom(isEarly ? today - dayLength : today, -1, calendar);
  return Math.min(wall, closing(day, calendar));
};

/** The same time of day some worked days later, or earlier when `days` is negative. */
const shiftDays = (wall: number, days: number, calendar: BusinessCalendar): number => {
  const step = days < 0 ? -1 : 1;
  const timeOfDay = wall - midnightOf(wall);
  let day = midnightOf(wall);
  for (let left = Math.abs(days); left > 0; left -= 1) day = workedFrom(day + step * dayLength, step, calendar);
  return day + timeOfDay;
};

/**
 * Some business days after an instant: the same time of day on the n-th worked day after it, so one business day after Friday 16:00
 * is Monday 16:00. Work that arrives while the site is closed arrives when it opens: one business day after Friday 18:00, or after
 * Sunday noon, is Tuesday 08:00. Negative: before it, and what arrives while the site is closed counts from the last closing.
 * @param days whole number
 */
export const addBusinessDays = (instant: string, days: number, calendar: BusinessCalendar): string => {
  const wall = steadyWallTime(instant, calendar.timeZone);
  const start = days < 0 ? openUntil(wall, calendar) : openFrom(wall, calendar);
  return instantAt(shiftDays(start, days, calendar), calendar.timeZone);
};

/** Some time while the site is open after an instant, in milliseconds. It ends at closing time, not at the next opening. */
export const addOpenTime = (instant: string, milliseconds: number, calendar: BusinessCalendar): string => {
  let wall = openFrom(steadyWallTime(instant, calendar.timeZone), calendar);
  let left = milliseconds;
  for (;;) {
    const untilClosing = closing(midnightOf(wall), calendar) - wall;
    if (left <= untilClosing) return instantAt(wall + left, calendar.timeZone);
    left -= untilClosing;
    wall = openFrom(wall + untilClosing, calendar);
  }
};

/** Some business hours after an instant: only time while the site is open counts. `hours` may have fractions. */
export const addBusinessHours = (instant: string, hours: number, calendar: BusinessCalendar): string =>
  addOpenTime(instant, hours * 60 * minute, calendar);

/** Milliseconds while the site was open between two instants; 0 when `to` is not after `from`. */
export const openTimeBetween = (from: string, to: string, calendar: BusinessCalendar): number => {
  const [start, end] = [steadyWallTime(from, calendar.timeZone), steadyWallTime(to, calendar.timeZone)];
  let open = 0;
  for (let day = midnightOf(start); day < end; day += dayLength) {
    if (!isWorked(day, calendar)) continue;
    open += Math.max(0, Math.min(end, closing(day, calendar)) - Math.max(start, opening(day, calendar)));
  }
  return open;
};

/** Minutes while the site was open between two instants; 0 when `to` is not after `from`. */
export const businessMinutesBetween = (from: string, to: string, calendar: BusinessCalendar): number =>
  openTimeBetween(from, to, calendar) / minute;

/** When the site closes on the calendar day of an instant, worked or not: the end of the local business day. */
export const endOfBusinessDay = (instant: string, calendar: BusinessCalendar): string =>
  instantAt(closing(midnightOf(wallTime(instant, calendar.timeZone)), calendar), calendar.timeZone);
