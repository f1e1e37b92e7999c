import { lastShift, offsetAt } from './zone-offsets';

/** Milliseconds of one day of 24 hours. */
export const dayLength = 86_400_000;

const millisecondsOf = (instant: string): number => {
  const milliseconds = Date.parse(instant);
  if (Number.isNaN(milliseconds)) throw new RangeError(`${instant} is no instant`);
  return milliseconds;
};

/** An instant in the form that the log keeps: ISO 8601 in UTC. */
export const toInstant = (milliseconds: number): string => new Date(milliseconds).toISOString();

/** The instant that lies some milliseconds after another. */
export const plus = (instant: string, milliseconds: number): string =>
  toInstant(millisecondsOf(instant) + milliseconds);

/** What the clock on the wall shows at an instant: milliseconds since 1970-01-01T00:00 on that clock. */
export const wallTime = (instant: string, timeZone: string): number => {
  const milliseconds = millisecondsOf(instant);
  return milliseconds + offsetAt(milliseconds, timeZone);
};

/**
 * As `wallTime`, but never backwards: in the hour that the clocks show twice, the second time counts as its end. What starts later is
 * then never due earlier.
 */
export const steadyWallTime = (instant: string, timeZone: string): number => {
  const milliseconds = millisecondsOf(instant);
  const shown = milliseconds + offsetAt(milliseconds, timeZone);
  const shift = lastShift(milliseconds, timeZone);
  return shift ? Math.max(shown, shift.from + shift.before) : shown;
};

/**
 * The instant at which the clock on the wall shows a time. A time that the clocks skip in spring is the moment at which they skip it;
 * one that they show twice in autumn is taken the first time.
 */
export const instantAt = (wall: number, timeZone: string): string => {
  const before = offsetAt(wall - dayLength, timeZone);
  const unchanged = wall - before;
  const after = offsetAt(unchanged, timeZone);
  if (after === before) return toInstant(unchanged);
  const isShownAfter = offsetAt(wall - after, timeZone) === after;
  return toInstant(isShownAfter ? wall - after : (lastShift(unchanged, timeZone)?.from ?? unchanged));
};
