import { ValidateBy, type ValidationArguments } from 'class-validator';

const valueOf = (object: object, property: string): unknown => (object as Record<string, unknown>)[property];

/**
 * Later than another field of the same object, or at the same time with `orEqual`. Silent while one of the two is no point in time:
 * their own checks tell that.
 */
export const IsAfter = (property: string, { orEqual = false } = {}): PropertyDecorator =>
  ValidateBy({
    name: 'isAfter',
    constraints: [property],
    validator: {
      validate: (value, context?: ValidationArguments) => {
        const earlier = context ? valueOf(context.object, property) : undefined;
        if (typeof value !== 'string' || typeof earlier !== 'string') return true;
        const distance = Date.parse(value) - Date.parse(earlier);
        return Number.isNaN(distance) || distance > 0 || (orEqual && distance === 0);
      },
      defaultMessage: () => '$property must be after $constraint1',
    },
  });
