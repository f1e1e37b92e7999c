const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** True when both would be the same JSON, however their fields are ordered; what is undefined is not there. */
export const sameJson = (one: unknown, other: unknown): boolean => {
  if (!isObject(one) || !isObject(other)) return one === other;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].every((key) => sameJson(one[key], other[key]));
};

/** True when a fact on the record says just this, whether or not it was written down late. */
export const alreadySaid = (known: object, said: object): boolean =>
  sameJson({ ...known, lateEntry: undefined }, { ...said, lateEntry: undefined });
