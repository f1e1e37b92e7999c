import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DateTime } from 'luxon';
import { localDate } from '@referral/values';
import { isoWeek } from './iso-week';

describe('calendar dates', () => {
  it('are those of the zone, on both sides of midnight and of daylight saving', () => {
    expect(localDate('2026-03-08T04:59:59Z', 'America/New_York')).toBe('2026-03-07');
    expect(localDate('2026-03-09T03:59:59Z', 'America/New_York')).toBe('2026-03-08');
    expect(localDate('2026-03-09T04:00:00Z', 'America/New_York')).toBe('2026-03-09');
  });

  it('lie in the ISO week that another calendar gives them, also around the new year', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40_000 }), (days) => {
        const date = DateTime.utc(2000, 1, 1).plus({ days });
        expect(isoWeek(date.toISODate() ?? '')).toBe(date.toFormat("kkkk-'W'WW"));
      }),
    );
  });
});
