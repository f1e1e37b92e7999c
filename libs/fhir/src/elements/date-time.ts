import { DateTime } from 'luxon';
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

const shape =
  /^(?!00\d\d)(\d{4}-\d{2}-\d{2})(T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?(Z|[+-](0\d|1[0-4]):[0-5]\d))?$/;

/** A dateTime with a day or better. Refuses what is no date, and a year or a month alone, which would have to be guessed at. */
export const dateTime = (place: Place<string>, findings: Findings): Moment | undefined => {
  const given = text(place, findings, 40);
  if (given === undefined) return undefined;
  const [, day, time] = shape.exec(given) ?? [];
  const instant = time === undefined ? `${given}T00:00:00Z` : given;
  if (day !== undefined && DateTime.fromISO(instant).isValid) return { day, instant, given };
  findings.refuse('value', place, 'A date, or a date and time with seconds and offset, is expected here.');
  return undefined;
};

/** True when `left` lies after `right`, both ISO 8601 with offset. */
export const isAfter = (left: string, right: string): boolean => Date.parse(left) > Date.parse(right);
