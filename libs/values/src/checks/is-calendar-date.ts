import { ValidateBy, type ValidationOptions } from 'class-validator';

const form = /^(\d{4})-(\d{2})-(\d{2})$/;

const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** True for `YYYY-MM-DD` on a day that the calendar has; the years 0000 to 0099 are refused as slips of the pen. */
export const isDateOfCalendar = (value: unknown): value is string => {
  const parts = typeof value === 'string' ? form.exec(value) : null;
  if (!parts) return false;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  return year >= 100 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
};

/** A calendar date, `YYYY-MM-DD`. JSON schema `format: date`. */
export const IsCalendarDate = (options?: ValidationOptions): PropertyDecorator =>
  ValidateBy(
    {
      name: 'isCalendarDate',
      validator: {
        validate: isDateOfCalendar,
        defaultMessage: () => '$property must be a date of the calendar, such as 2026-03-01',
      },
    },
    options,
  );
