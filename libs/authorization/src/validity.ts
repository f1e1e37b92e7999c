import { instant, type Validity } from '@referral/values';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** The day of a bound ends in the last time zone, UTC-12, so many hours after it began in UTC: where the patient is, is not known here. */
const END_OF_DAY_MS = 36 * HOUR_MS;

const isDate = (bound: string): boolean => !bound.includes('T');

/** When a bound has passed wherever one is, in milliseconds. */
const endOf = (bound: string): number => (isDate(bound) ? instant(bound) + END_OF_DAY_MS : instant(bound));

/** The instant at which a validity is over everywhere, in milliseconds; `null` when it has no end. */
export const endOfValidity = ({ end }: Partial<Validity>): number | null => (end === undefined ? null : endOf(end));

/** True when a validity is over at an instant, everywhere. A validity without end is never over. */
export const isOver = ({ end }: Validity, at: string): boolean => end !== undefined && instant(at) >= endOf(end);

/** Whole days from an instant to the end of a validity; 0 on the last one and after it. */
export const daysLeft = (end: string, at: string): number =>
  Math.max(0, Math.floor((endOf(end) - instant(at)) / DAY_MS));

/** True when a service on a calendar date lies within a validity. */
export const covers = ({ start, end }: Validity, date: string): boolean =>
  start.slice(0, 10) <= date && (end === undefined || date <= end.slice(0, 10));

/** True when both say the same bounds. */
export const sameValidity = (one: Validity | null, other: Validity | null): boolean =>
  one?.start === other?.start && one?.end === other?.end;
