/** Deepest nesting of a message, in levels. */
export const deepest = 32;
/** Most values (objects, lists, primitives) of a message; 1 MB of FHIR, what the interface takes, holds some 50,000. */
export const mostValues = 200_000;

/**
 * True when a message is shallow and small enough to be read; also false for one that contains itself. Walks with a list, not
 * with the call stack, so that no depth can exhaust it.
 */
export const isWithinBounds = (message: unknown): boolean => {
  const waiting: { readonly value: unknown; readonly depth: number }[] = [{ value: message, depth: 1 }];
  for (let index = 0; index < waiting.length; index += 1) {
    const { value, depth } = waiting[index] ?? { value: undefined, depth: 0 };
    if (typeof value !== 'object' || value === null) continue;
    if (depth > deepest) return false;
    const inner: readonly unknown[] = Object.values(value);
    if (waiting.length + inner.length > mostValues) return false;
    for (const each of inner) waiting.push({ value: each, depth: depth + 1 });
  }
  return true;
};
