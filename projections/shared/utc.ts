/** Later than every instant that is stored: a time that has not come about sorts last by it, where `null` would sort first. */
export const never = '9999-12-31T00:00:00.000Z';

/** An instant in the one form in which instants sort as text: UTC with milliseconds. Most come in it and are only looked at. */
export const utc = (instant: string): string =>
  instant.length === never.length && instant.endsWith('Z') ? instant : new Date(Date.parse(instant)).toISOString();

/** Whole milliseconds between two instants. */
export const millisecondsBetween = (from: string, to: string): number => Date.parse(to) - Date.parse(from);

/** The end of a period as an instant: one that ends on a date ends with that day, here in UTC. */
export const endOf = (end: string | null | undefined): string | null => {
  if (end === null || end === undefined) return null;
  return end.length === 10 ? `${end}T23:59:59.999Z` : utc(end);
};
