import { IANAZone } from 'luxon';

const minute = 60_000;
const day = 86_400_000;

/** From `from` on, the wall clock is `offset` milliseconds ahead of UTC. */
interface Shift {
  readonly from: number;
  readonly offset: number;
}

/** The first millisecond in (low, high] at which the offset is no longer that of `low`. */
const shiftBetween = (zone: IANAZone, low: number, high: number): number => {
  const before = zone.offset(low);
  let [known, changed] = [low, high];
  while (changed - known > 1) {
    const middle = Math.floor((known + changed) / 2);
    if (zone.offset(middle) === before) known = middle;
    else changed = middle;
  }
  return changed;
};

/** All shifts of a UTC year, the offset with which it begins first. No zone shifts twice within a day. */
const shiftsOf = (zone: IANAZone, year: number): readonly Shift[] => {
  const [start, end] = [Date.UTC(year, 0), Date.UTC(year + 1, 0)];
  const shifts: Shift[] = [];
  let known: number | null = null;
  for (let low = start - day; low < end; low += day) {
    const offset = zone.offset(low + day) * minute;
    if (known === null) shifts.push({ from: start, offset });
    else if (offset !== known) shifts.push({ from: shiftBetween(zone, low, low + day), offset });
    known = offset;
  }
  return shifts;
};

const years = new Map<string, readonly Shift[]>();

const shiftsAt = (milliseconds: number, timeZone: string): readonly Shift[] => {
  const year = new Date(milliseconds).getUTCFullYear();
  const key = `${timeZone} ${year}`;
  const known = years.get(key);
  if (known) return known;
  const zone = IANAZone.create(timeZone);
  if (!zone.isValid) throw new RangeError(`${timeZone} is no time zone`);
  const found = shiftsOf(zone, year);
  years.set(key, found);
  return found;
};

/** The last shift of the year of an instant that is not after it, and the offset that it ended; `null` where there is none. */
export const lastShift = (milliseconds: number, timeZone: string): (Shift & { readonly before: number }) | null => {
  let before: number | null = null;
  let last: (Shift & { readonly before: number }) | null = null;
  for (const shift of shiftsAt(milliseconds, timeZone)) {
    if (shift.from > milliseconds) break;
    last = before === null ? null : { ...shift, before };
    before = shift.offset;
  }
  return last;
};

/**
 * Milliseconds by which the wall clock of a zone is ahead of UTC. Asking the platform takes some 30 microseconds each time, and the
 * read side asks for every event, so the few shifts of a year are looked up once.
 */
export const offsetAt = (milliseconds: number, timeZone: string): number => {
  let offset = 0;
  for (const shift of shiftsAt(milliseconds, timeZone)) if (shift.from <= milliseconds) offset = shift.offset;
  return offset;
};
