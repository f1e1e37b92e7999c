import { DateTime, IANAZone } from 'luxon';

/** Milliseconds of one day of 24 hours. */
export const dayLength = 86_400_000;

const zones = new Map<string, IANAZone>();

const zoneOf = (timeZone: string): IANAZone => {
  const known = zones.get(timeZone);
  if (known) return known;
  const zone = IANAZone.create(timeZone);
  if (!zone.isValid) throw new RangeError(`${timeZone} is no time zone`);
  zones.set(timeZone, zone);
  return zone;
};

const millisecondsOf = (instant: string): number => {
  const milliseconds = Date.parse(instant);
  if (Number.isNaN(milliseconds)) throw new RangeError(`${instant} is no instant`);
  return milliseconds;
};

/** What the clock on the wall shows at an instant: milliseconds since 1970-01-01T00:00 on that clock. */
export const wallTime = (instant: string, timeZone: string): number => {
  const milliseconds = millisecondsOf(instant);
  return milliseconds + zoneOf(timeZone).offset(milliseconds) * 60_000;
};

/** An instant in the form that the log keeps: ISO 8601 in UTC. */
export const toInstant = (milliseconds: number): string => new Date(milliseconds).toISOString();

/**
 * The instant at which the clock on the wall shows a time. A time that the clocks skip in spring is taken an hour later; one that
 * they show twice in autumn is taken the first time.
 */
export const instantAt = (wall: number, timeZone: string): string =>
  toInstant(DateTime.fromMillis(wall, { zone: 'utc' }).setZone(zoneOf(timeZone), { keepLocalTime: true }).toMillis());

/** The instant that lies some milliseconds after another. */
export const plus = (instant: string, milliseconds: number): string =>
  toInstant(millisecondsOf(instant) + milliseconds);
