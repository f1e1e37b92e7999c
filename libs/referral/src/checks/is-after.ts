import { ValidateBy, type ValidationArguments, type ValidationOptions } from 'class-validator';

const valueOf = (object: object, property: string): unknown => (object as Record<string, unknown>)[property];

/** Later than another field of the same object. Silent while one of the two is no point in time: their own checks tell that. */
export const IsAfter = (property: string, options?: ValidationOptions): PropertyDecorator =>
  ValidateBy(
    {
      name: 'isAfter',
      constraints: [property],
      validator: {
        validate: (value, context?: ValidationArguments) => {
          const earlier = context ? valueOf(context.object, property) : undefined;
          if (typeof value !== 'string' || typeof earlier !== 'string') return true;
          return !(Date.parse(value) <= Date.parse(earlier));
        },
        defaultMessage: () => '$property must be after $constraint1',
      },
    },
    options,
  );
