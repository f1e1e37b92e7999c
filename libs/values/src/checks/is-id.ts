import { ValidateBy, type ValidationOptions } from 'class-validator';

/** The characters of ids: UUIDs of ours, and ids of other systems as FHIR and URNs write them. */
export const idPattern = '^[A-Za-z0-9][A-Za-z0-9._:~/#|-]{0,127}$';

const form = new RegExp(idPattern);

/** Whether a text could be an id. */
export const isId = (text: string): boolean => form.test(text);

/** An id: 1 to 128 characters without spaces. A UUID where it is ours, whatever the source says where it is not. */
export const IsId = (options?: ValidationOptions): PropertyDecorator =>
  ValidateBy(
    {
      name: 'isId',
      validator: {
        validate: (value) => typeof value === 'string' && isId(value),
        defaultMessage: () => '$property must be an id: 1 to 128 letters, digits or . _ : ~ / # | -',
      },
    },
    options,
  );
