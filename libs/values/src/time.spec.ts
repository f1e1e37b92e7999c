import { describe, expect, it } from '@jest/globals';
import { daysBetween, hoursBetween, localDate, minutesBetween, monthsBefore } from './time';

describe('the time between', () => {
  it('is counted over offsets, and negative backwards', () => {
    const [from, to] = ['2026-03-01T09:00:00Z', '2026-03-01T13:30:00+01:00'];
    expect(minutesBetween(from, to)).toBe(210);
    expect(hoursBetween(from, to)).toBe(3.5);
    expect(hoursBetween(to, from)).toBe(-3.5);
    expect(daysBetween('2026-02-27', '2026-03-01')).toBe(2);
    expect(daysBetween('2026-03-01', '2026-02-27')).toBe(-2);
  });
});

describe('a calendar date', () => {
  it('depends on where one is', () => {
    const instant = '2026-03-01T03:30:00Z';
    expect(localDate(instant, 'America/New_York')).toBe('2026-02-28');
    expect(localDate(instant, 'Asia/Tokyo')).toBe('2026-03-01');
    expect(localDate(instant, 'America/New_York')).toBe('2026-02-28');
  });
});

describe('some months before', () => {
  it('is the same time of day', () => {
    expect(monthsBefore('2026-03-01T09:30:00-05:00', 3)).toBe('2025-12-01T14:30:00.000Z');
  });
});
