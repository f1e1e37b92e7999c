import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { recentEventIds } from './event-ids';

const ZERO = '00000000-0000-0000-0000-000000000000';

/** Ids that differ from the first one in one digit each. */
const neighbours = (): readonly string[] =>
  Array.from(ZERO, (digit, at) => (digit === '-' ? [] : [`${ZERO.slice(0, at)}f${ZERO.slice(at + 1)}`])).flat();

describe('ids of the newest events', () => {
  it('are told apart, however many there are and however alike', () => {
    const ids = [ZERO, ...neighbours(), ...Array.from({ length: 5000 }, () => randomUUID())];
    const recent = recentEventIds();
    for (const [ordinal, id] of ids.entries()) recent.remember(id, ordinal);
    expect(ids.map(recent.ordinal)).toEqual([...ids.keys()]);
    expect(recent.ordinal(randomUUID())).toBeUndefined();
  });

  it('count where they were written first', () => {
    const recent = recentEventIds();
    recent.remember(ZERO, 7);
    recent.remember(ZERO, 8);
    expect(recent.ordinal(ZERO)).toBe(7);
  });

  it('are forgotten when enough newer ones came, and not before', () => {
    const recent = recentEventIds(10);
    const ids = Array.from({ length: 40 }, () => randomUUID());
    for (const [ordinal, id] of ids.entries()) {
      recent.remember(id, ordinal);
      for (let n = Math.max(0, ordinal - 9); n <= ordinal; n++) expect(recent.ordinal(ids[n] ?? '')).toBe(n);
    }
    expect(ids.filter((id) => recent.ordinal(id) !== undefined).length).toBeLessThanOrEqual(20);
  });
});
