import { DateTime } from 'luxon';
import type { Draws } from './draws';

/** Where all offices of the seed are. */
export const timeZone = 'America/New_York';

export const minuteMs = 60_000;
export const hourMs = 60 * minuteMs;
export const dayMs = 24 * hourMs;

/** An instant of the virtual clock, ms since 1970, as stored: UTC. */
export const stamp = (at: number): string => new Date(at).toISOString();

const local = (at: number): DateTime => DateTime.fromMillis(at, { zone: timeZone });

/** The calendar date of an instant where the offices are. */
export const dateOf = (at: number): string => local(at).toISODate() ?? '';

const opens = 9;
const closes = 17;

/** The instant itself within office hours; else some minutes after the offices open next. */
export const inOfficeHours = (draws: Draws, at: number): number => {
  const time = local(at);
  if (time.weekday <= 5 && time.hour >= opens && time.hour < closes) return at;
  const today = time.weekday <= 5 && time.hour < opens;
  let next = time.startOf('day').plus({ days: today ? 0 : 1 });
  while (next.weekday > 5) next = next.plus({ days: 1 });
  return next.set({ hour: opens }).toMillis() + draws.whole(0, 120 * 60) * 1_000;
};

/** A full or half hour of a weekday, at least so many days after an instant. */
export const visitAfter = (draws: Draws, at: number, days: number): number => {
  let day = local(at).startOf('day').plus({ days });
  while (day.weekday > 5) day = day.plus({ days: 1 });
  const [hour, minute] = [draws.whole(9, 15), draws.pick([0, 30])];
  return day.set({ hour, minute }).toMillis();
};

/** The same day and time so many months later, where the offices are. */
export const monthsAfter = (at: number, months: number): number => local(at).plus({ months }).toMillis();

/** The first instant of a calendar date where the offices are; NaN when it is none. */
export const startOfDate = (date: string): number => DateTime.fromISO(date, { zone: timeZone }).toMillis();

/** How long an ordinary visit is. */
export const visitMs = hourMs / 2;
