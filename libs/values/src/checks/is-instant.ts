import { ValidateBy, type ValidationOptions } from 'class-validator';
import { isDateOfCalendar } from './is-calendar-date';

const form = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?(Z|[+-](0\d|1[0-4]):[0-5]\d)$/;

/** Years whose instants have four digits also in UTC, so that their texts sort as they follow one another. Earlier ones are slips of the pen. */
const years = { first: 1900, last: 9998 } as const;

/** True for ISO 8601 with seconds and offset, such as `2026-03-01T09:30:00-05:00`, on a day that the calendar has, of the years 1900 to 9998. */
export const isInstant = (value: unknown): value is string => {
  if (typeof value !== 'string') return false;
  const date = form.exec(value)?.[1];
  if (date === undefined || !isDateOfCalendar(date)) return false;
  const year = Number(date.slice(0, 4));
  return year >= years.first && year <= years.last;
};

/** A point in time: ISO 8601 with offset. JSON schema `format: date-time`. */
export const IsInstant = (options?: ValidationOptions): PropertyDecorator =>
  ValidateBy(
    {
      name: 'isInstant',
      validator: {
        validate: isInstant,
        defaultMessage: () => '$property must be an ISO 8601 instant with offset, such as 2026-03-01T09:30:00-05:00',
      },
    },
    options,
  );
