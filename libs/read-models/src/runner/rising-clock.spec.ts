import { describe, expect, it } from '@jest/globals';
import { risingClock } from './rising-clock';

describe('instants that rise', () => {
  it('follow the clock, and go on when it stands or is set back', () => {
    const times = [5_000, 5_000, 1_000, 9_000];
    const next = risingClock(() => times.shift() ?? 0);
    expect([next(), next(), next(), next()].map((instant) => Date.parse(instant))).toEqual([
      5_000, 5_001, 5_002, 9_000,
    ]);
  });
});
