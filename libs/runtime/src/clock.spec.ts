import { describe, expect, it } from '@jest/globals';
import { clock } from './clock';

describe('the clock', () => {
  it('tells the machine’s time in UTC with milliseconds', () => {
    const before = Date.now();
    const told = clock()();
    expect(told).toMatch(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/);
    expect(Date.parse(told)).toBeGreaterThanOrEqual(before);
  });

  it('starts where a test wants it and runs on from there', () => {
    const startsAt = '2027-01-02T00:00:00.000Z';
    const now = clock(startsAt);
    const first = Date.parse(now());
    expect(first).toBeGreaterThanOrEqual(Date.parse(startsAt));
    expect(first).toBeLessThan(Date.parse(startsAt) + 60_000);
    expect(Date.parse(now())).toBeGreaterThanOrEqual(first);
  });
});
