import { ValidateBy, type ValidationOptions } from 'class-validator';

/** Control characters but tab and line ends, and halves of surrogate pairs: no store gives them all back as they were, and FHIR forbids them. */
const unspeakable = /(?![\t\r\n])[\p{Cc}\p{Cs}]/u;

/** True for text in which every character is one that can be kept. */
export const canBeKept = (text: string): boolean => !unspeakable.test(text);

/** Text of 1 to `maximum` characters that can be kept and are not only blanks. */
export const IsText = (maximum: number, options?: ValidationOptions): PropertyDecorator =>
  ValidateBy(
    {
      name: 'isText',
      constraints: [maximum],
      validator: {
        validate: (value) =>
          typeof value === 'string' && value.length <= maximum && value.trim() !== '' && canBeKept(value),
        defaultMessage: () => '$property must be text of 1 to $constraint1 characters, without control characters',
      },
    },
    options,
  );
