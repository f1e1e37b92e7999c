import { refuseAt } from '../mongo-error';

/** Units of a fixed length, in milliseconds. */
const lengths: Readonly<Record<string, number>> = {
  week: 604_800_000,
  day: 86_400_000,
  hour: 3_600_000,
  minute: 60_000,
  second: 1000,
  millisecond: 1,
};

const months: Readonly<Record<string, number>> = { month: 1, quarter: 3, year: 12 };
const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

const unknown = (unit: string): never => {
  throw refuseAt(9, `unknown time unit value: ${unit}`);
};

const monthNumber = (at: Date): number => at.getUTCFullYear() * 12 + at.getUTCMonth();

const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month + 1, 0)).getUTCDate();

/** Moves a date by whole units; months end on their last day when the day does not exist. */
export const addUnits = (at: Date, unit: string, amount: number): Date => {
  const length = lengths[unit];
  if (length !== undefined) return new Date(at.getTime() + amount * length);
  const total = monthNumber(at) + amount * (months[unit] ?? unknown(unit));
  const [year, month] = [Math.floor(total / 12), ((total % 12) + 12) % 12];
  const moved = new Date(at);
  moved.setUTCFullYear(year, month, Math.min(at.getUTCDate(), daysIn(year, month)));
  return moved;
};

const weekStart = (name: string): number => {
  const day = weekdays.findIndex((weekday) => weekday.startsWith(name.toLowerCase()));
  return name === '' || day < 0 ? 0 : day;
};

/** Weeks since the first week start of the epoch. */
const weekNumber = (at: Date, startOfWeek: string): number => {
  const days = Math.floor(at.getTime() / 86_400_000);
  // The epoch was a Thursday.
  return Math.floor((days + 4 - weekStart(startOfWeek)) / 7);
};

/** How many borders of the unit lie between two dates. */
export const unitsBetween = (start: Date, end: Date, unit: string, startOfWeek: string): number => {
  if (unit === 'week') return weekNumber(end, startOfWeek) - weekNumber(start, startOfWeek);
  const length = lengths[unit];
  if (length !== undefined) return Math.floor(end.getTime() / length) - Math.floor(start.getTime() / length);
  const size = months[unit] ?? unknown(unit);
  return Math.floor(monthNumber(end) / size) - Math.floor(monthNumber(start) / size);
};

/** MongoDB counts bins from this instant (manual, $dateTrunc). */
const binEpoch = new Date('2000-01-01T00:00:00Z');

/** The beginning of the bin of `size` units a date lies in. */
export const truncateTo = (at: Date, unit: string, size: number, startOfWeek: string): Date => {
  if (size < 1) throw refuseAt(5439017, 'binSize must be greater than 0');
  if (unit === 'week') {
    const first = new Date(binEpoch.getTime() + ((weekStart(startOfWeek) - binEpoch.getUTCDay() + 7) % 7) * 86_400_000);
    const bins = Math.floor((at.getTime() - first.getTime()) / (604_800_000 * size));
    return new Date(first.getTime() + bins * 604_800_000 * size);
  }
  const length = lengths[unit];
  if (length !== undefined) {
    const bins = Math.floor((at.getTime() - binEpoch.getTime()) / (length * size));
    return new Date(binEpoch.getTime() + bins * length * size);
  }
  const span = (months[unit] ?? unknown(unit)) * size;
  return addUnits(binEpoch, 'month', Math.floor((monthNumber(at) - monthNumber(binEpoch)) / span) * span);
};
