import { plainToInstance } from 'class-transformer';
import { type ValidationError, validateSync } from 'class-validator';
import { BadRequest, type FieldError } from './problem';

/** How deep a body may be nested. */
const MAX_DEPTH = 32;

/** What every object inherits. class-transformer passes over fields of these names, or takes one for the class to make. */
const inherited: ReadonlySet<string> = new Set(Object.getOwnPropertyNames(Object.prototype));

/** `value` as an instance of `type`, every field checked; unknown fields, wrong types and absent ones are refused together. */
export const validated = <T extends object>(type: new () => T, value: unknown, what: string): T => {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new BadRequest(`${what} must be a JSON object`);
  if (deeperThan(value, MAX_DEPTH)) throw new BadRequest(`${what} is nested deeper than ${String(MAX_DEPTH)} levels`);
  const unusable = fieldsOf(value).find((field) => inherited.has(field));
  if (unusable !== undefined) throw new BadRequest(`${what} has a field ${unusable}, and no field has that name`);
  const instance = plainToInstance(type, value, { exposeDefaultValues: true });
  const errors = validateSync(instance, { whitelist: true, forbidNonWhitelisted: true, forbidUnknownValues: true });
  if (errors.length > 0) {
    const fields = errors.flatMap((error) => fieldErrors(error, ''));
    throw new BadRequest(
      `${what} cannot be used: ${fields.map(({ message }) => message).join('; ')}`.slice(0, 1_000),
      fields,
    );
  }
  return instance;
};

const fieldErrors = (error: ValidationError, parent: string): FieldError[] => {
  const path = parent === '' ? error.property : `${parent}.${error.property}`;
  const own = Object.values(error.constraints ?? {}).map((message) => ({ path, message }));
  return [...own, ...(error.children ?? []).flatMap((child) => fieldErrors(child, path))];
};

const deeperThan = (value: unknown, levels: number): boolean =>
  typeof value === 'object' &&
  value !== null &&
  (levels === 0 || Object.values(value).some((inner) => deeperThan(inner, levels - 1)));

/** The names of all fields in a value, at every depth. */
const fieldsOf = (value: unknown): readonly string[] => {
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.values(value).flatMap(fieldsOf);
  return Array.isArray(value) ? inner : [...Object.keys(value), ...inner];
};
