import { ValidateBy, type ValidationOptions } from 'class-validator';
import { isDateOfCalendar } from './is-calendar-date';
import { isInstant } from './is-instant';

/** A calendar date or an instant with offset: bounds of a period come as either. */
export const IsDateOrInstant = (options?: ValidationOptions): PropertyDecorator =>
  ValidateBy(
    {
      name: 'isDateOrInstant',
      validator: {
        validate: (value) => isDateOfCalendar(value) || isInstant(value),
        defaultMessage: () => '$property must be a date (YYYY-MM-DD) or an ISO 8601 instant with offset',
      },
    },
    options,
  );
