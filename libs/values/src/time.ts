/** Milliseconds of an instant. */
export const instant = (iso: string): number => Date.parse(iso);

const minute = 60_000;
const hour = 60 * minute;

/** Minutes and hours from one instant to another, negative when it lies before. */
export const minutesBetween = (from: string, to: string): number => (instant(to) - instant(from)) / minute;
export const hoursBetween = (from: string, to: string): number => (instant(to) - instant(from)) / hour;

/** Days from one calendar date to another, negative when it lies before. */
export const daysBetween = (from: string, to: string): number => (instant(to) - instant(from)) / (24 * hour);

const formats = new Map<string, Intl.DateTimeFormat>();

const formatOf = (timeZone: string): Intl.DateTimeFormat => {
  const known = formats.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  formats.set(timeZone, made);
  return made;
};

/** The calendar date, `YYYY-MM-DD`, that an instant has in a time zone. */
export const localDate = (iso: string, timeZone: string): string => formatOf(timeZone).format(instant(iso));

/** The instant so many calendar months before another, at the same time of day in UTC. */
export const monthsBefore = (iso: string, months: number): string => {
  const date = new Date(instant(iso));
  date.setUTCMonth(date.getUTCMonth() - months);
  return date.toISOString();
};
