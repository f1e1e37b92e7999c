import { List } from '../../bson';
import type { Value } from '../../bson';

/** The value at a dotted path; through an array it is the array of what its documents have there. */
export const valueAt = (value: Value | undefined, path: readonly string[], at = 0): Value | undefined => {
  const name = path[at];
  if (name === undefined || value === undefined) return value;
  if (value.type === 'object') return valueAt(value.value.get(name), path, at + 1);
  if (value.type !== 'array') return undefined;
  const found = value.value.items.flatMap((item) => {
    const inner = item.type === 'object' || item.type === 'array' ? valueAt(item, path, at) : undefined;
    return inner ? [inner] : [];
  });
  return { type: 'array', value: List.of(found) };
};
