const formats = new Map<string, Intl.DateTimeFormat>();

/** The calendar date, `YYYY-MM-DD`, that an instant has in a time zone (IANA name). */
export const zonedDate = (instant: string, timeZone: string): string => formatOf(timeZone).format(Date.parse(instant));

/** The ISO week, such as `2026-W09`, of a calendar date. */
export const isoWeek = (date: string): string => {
  const thursday = new Date(`${date}T00:00:00Z`);
  // A week runs from Monday and belongs to the year of its Thursday.
  thursday.setUTCDate(thursday.getUTCDate() - ((thursday.getUTCDay() + 6) % 7) + 3);
  const year = thursday.getUTCFullYear();
  const week = 1 + Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / weekMs);
  return `${year}-W${String(week).padStart(2, '0')}`;
};

const weekMs = 7 * 86_400_000;

/** Formats are costly to make. */
const formatOf = (timeZone: string): Intl.DateTimeFormat => {
  const known = formats.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  formats.set(timeZone, made);
  return made;
};
