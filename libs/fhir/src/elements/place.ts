/**
 * A place in a message where FHIR says that a `T` stands, and its FHIRPath. What really stands there is untrusted until it has
 * been read; `T` only lets the compiler check the names on the way.
 */
export interface Place<T> {
  readonly path: string;
  readonly value: unknown;
  /** Never set: carries the type. */
  readonly expected?: T;
}

/** True for a JSON object, as opposed to a list, a primitive or `null`. */
export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The member of this name; absent when there is none. Only own members count, so `__proto__` leads nowhere. */
export const member = <T extends object, Name extends keyof T & string>(
  place: Place<T>,
  name: Name,
): Place<NonNullable<T[Name]>> => ({
  path: `${place.path}.${name}`,
  value: isRecord(place.value) && Object.hasOwn(place.value, name) ? place.value[name] : undefined,
});

/** True when something stands there, right or wrong. */
export const isPresent = (place: Place<unknown>): boolean => place.value !== undefined;
