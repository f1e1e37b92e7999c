import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DateTime } from 'luxon';
import { instantAt, steadyWallTime, wallTime } from './wall-clock';

const zones = ['America/New_York', 'Europe/London', 'Australia/Lord_Howe', 'Africa/Casablanca', 'Asia/Kolkata', 'UTC'];
const instant = fc
  .date({ min: new Date('2025-01-01'), max: new Date('2028-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString());

describe('the clock on the wall', () => {
  it('shows in every zone what luxon says it shows', () => {
    fc.assert(
      fc.property(instant, fc.constantFrom(...zones), (moment, zone) => {
        const there = DateTime.fromISO(moment, { zone });
        expect(wallTime(moment, zone)).toBe(there.setZone('utc', { keepLocalTime: true }).toMillis());
      }),
      { numRuns: 1000 },
    );
  });

  it('leads back to the instant, or to the first of two that show the same', () => {
    fc.assert(
      fc.property(instant, fc.constantFrom(...zones), (moment, zone) => {
        const back = instantAt(wallTime(moment, zone), zone);
        expect(back <= moment).toBe(true);
        expect(wallTime(back, zone)).toBe(wallTime(moment, zone));
        if (back !== moment) expect(Date.parse(moment) - Date.parse(back)).toBeLessThanOrEqual(3_600_000);
      }),
      { numRuns: 1000 },
    );
  });

  it('shows the same time twice when it goes back', () => {
    const wall = Date.UTC(2026, 10, 1, 1, 30);
    expect(wallTime('2026-11-01T05:30:00Z', 'America/New_York')).toBe(wall);
    expect(wallTime('2026-11-01T06:30:00Z', 'America/New_York')).toBe(wall);
    expect(instantAt(wall, 'America/New_York')).toBe('2026-11-01T05:30:00.000Z');
    expect(instantAt(Date.UTC(2026, 9, 25, 1, 30), 'Europe/London')).toBe('2026-10-25T00:30:00.000Z');
  });

  it('skips an hour when it goes forward: what lies in it is the moment after', () => {
    expect(instantAt(Date.UTC(2026, 2, 8, 2, 30), 'America/New_York')).toBe('2026-03-08T07:00:00.000Z');
    expect(instantAt(Date.UTC(2026, 2, 29, 1, 30), 'Europe/London')).toBe('2026-03-29T01:00:00.000Z');
  });

  it('can be read so that it never goes back', () => {
    const shown = (instant: string) => new Date(steadyWallTime(instant, 'America/New_York')).toISOString();
    expect(shown('2026-11-01T05:30:00Z')).toBe('2026-11-01T01:30:00.000Z');
    expect(shown('2026-11-01T06:30:00Z')).toBe('2026-11-01T02:00:00.000Z');
    expect(shown('2026-11-01T07:30:00Z')).toBe('2026-11-01T02:30:00.000Z');
  });

  it('keeps the order of instants, there and back', () => {
    fc.assert(
      fc.property(instant, fc.nat({ max: 3 * 3_600_000 }), fc.constantFrom(...zones), (moment, gap, zone) => {
        const later = new Date(Date.parse(moment) + gap).toISOString();
        const [one, other] = [steadyWallTime(moment, zone), steadyWallTime(later, zone)];
        expect(one).toBeLessThanOrEqual(other);
        expect(instantAt(one, zone) <= instantAt(other, zone)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('is nowhere in a zone that does not exist', () => {
    expect(() => wallTime('2026-03-01T00:00:00Z', 'Mars/Olympus')).toThrow(RangeError);
  });
});
