import type { SortedEntries, Write } from './sorted-entries';
import type { Entry, KeyRange, Reader } from './unit';

/** A scan of `base` as the writes on top of it change it. */
export const mergeScan = (base: Reader, writes: SortedEntries, range: KeyRange, limit: number): readonly Entry[] => {
  const stored = base.scan(range, limit);
  const lastKey = stored.at(-1)?.key;
  // Beyond the last stored key more stored ones may follow, unless the scan came to its end.
  const covered = lastKey === undefined ? range : upTo(range, lastKey);
  const merged = merge(stored, [...writes.within(covered)], range.reverse === true);
  if (merged.length === 0 && lastKey) return mergeScan(base, writes, beyond(range, lastKey), limit);
  return merged;
};

const upTo = (range: KeyRange, key: Buffer): KeyRange =>
  range.reverse === true ? { ...range, low: key } : { ...range, high: Buffer.concat([key, Buffer.of(0)]) };

const beyond = (range: KeyRange, key: Buffer): KeyRange =>
  range.reverse === true ? { ...range, high: key } : { ...range, low: Buffer.concat([key, Buffer.of(0)]) };

const merge = (stored: readonly Entry[], writes: readonly Write[], reverse: boolean): readonly Entry[] => {
  const merged: Entry[] = [];
  let next = 0;
  const push = ({ key, value }: Write): void => {
    if (value) merged.push({ key, value });
  };
  for (const entry of stored) {
    for (let write = writes[next]; write; write = writes[++next]) {
      const order = Buffer.compare(write.key, entry.key) * (reverse ? -1 : 1);
      if (order >= 0) break;
      push(write);
    }
    const same = writes[next];
    if (same?.key.equals(entry.key) === true) {
      push(same);
      next++;
    } else merged.push(entry);
  }
  for (const write of writes.slice(next)) push(write);
  return merged;
};
