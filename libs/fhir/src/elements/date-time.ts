import { isInstant } from '@referral/values';
import type { Findings } from './findings';
import { text } from './primitives';
import type { Place } from './place';

/** A FHIR dateTime that names a day at least. */
export interface Moment {
  /** The day as the sender saw it, `YYYY-MM-DD`. */
  readonly day: string;
  /** ISO 8601 with offset. A day alone begins at midnight UTC here, because FHIR gives it no time zone. */
  readonly instant: string;
  /** As the sender wrote it: a day, or an instant. */
  readonly given: string;
}

/** A dateTime with a day or better. Refuses what commands take for no date, and a year or a month alone, which would have to be guessed at. */
export const dateTime = (place: Place<string>, findings: Findings): Moment | undefined => {
  const given = text(place, findings, 40);
  if (given === undefined) return undefined;
  const instant = given.includes('T') ? given : `${given}T00:00:00Z`;
  if (isInstant(instant)) return { day: given.slice(0, 10), instant, given };
  findings.refuse(
    'value',
    place,
    'A date, or a date and time with seconds and offset, of the years 1900 to 9998 is expected here.',
  );
  return undefined;
};

/** True when `left` lies after `right`, both ISO 8601 with offset. */
export const isAfter = (left: string, right: string): boolean => Date.parse(left) > Date.parse(right);
