import { ValidateBy, type ValidationOptions } from 'class-validator';

/** Text of 1 to `maximum` characters that is not only blanks. */
export const IsText = (maximum: number, options?: ValidationOptions): PropertyDecorator =>
  ValidateBy(
    {
      name: 'isText',
      constraints: [maximum],
      validator: {
        validate: (value) => typeof value === 'string' && value.length <= maximum && value.trim() !== '',
        defaultMessage: () => '$property must be text of 1 to $constraint1 characters',
      },
    },
    options,
  );
