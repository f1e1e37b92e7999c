import { ValidateBy, type ValidationOptions } from 'class-validator';

/** Yes, no, or `null` for "was not said"; leaving it out is not an answer. */
export const IsBooleanOrNull = (options?: ValidationOptions): PropertyDecorator =>
  ValidateBy(
    {
      name: 'isBooleanOrNull',
      validator: {
        validate: (value) => value === null || typeof value === 'boolean',
        defaultMessage: () => '$property must be true, false or null',
      },
    },
    options,
  );
