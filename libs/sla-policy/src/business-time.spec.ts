import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { defaultCalendar } from './business-calendar';
import { addBusinessDays, addBusinessHours, businessMinutesBetween, endOfBusinessDay } from './business-time';

const calendar = defaultCalendar;
const at = (newYork: string) => new Date(newYork).toISOString();
const days = (instant: string, count: number) => addBusinessDays(instant, count, calendar);
const hours = (instant: string, count: number) => addBusinessHours(instant, count, calendar);

describe('business days', () => {
  it('go from Friday to Monday at the same time of day', () => {
    expect(days('2026-03-20T16:00:00-04:00', 1)).toBe(at('2026-03-23T16:00:00-04:00'));
  });

  it('count from the next opening when the site is closed', () => {
    const tuesday = at('2026-03-24T08:00:00-04:00');
    expect(days('2026-03-20T18:00:00-04:00', 1)).toBe(tuesday);
    expect(days('2026-03-22T12:00:00-04:00', 1)).toBe(tuesday);
    expect(days('2026-03-23T06:00:00-04:00', 1)).toBe(tuesday);
    expect(days('2026-03-23T17:00:00-04:00', 1)).toBe(at('2026-03-25T08:00:00-04:00'));
  });

  it('none of them is the next moment at which the site is open', () => {
    expect(days('2026-03-20T16:00:00-04:00', 0)).toBe(at('2026-03-20T16:00:00-04:00'));
    expect(days('2026-03-21T16:00:00-04:00', 0)).toBe(at('2026-03-23T08:00:00-04:00'));
  });

  it('keep the time of day when the clocks go forward and back', () => {
    expect(days('2026-03-06T16:00:00-05:00', 1)).toBe(at('2026-03-09T16:00:00-04:00'));
    expect(days('2026-10-30T16:00:00-04:00', 1)).toBe(at('2026-11-02T16:00:00-05:00'));
  });

  it('leave holidays out', () => {
    const withHoliday = { ...calendar, holidays: ['2026-05-25'] };
    expect(addBusinessDays('2026-05-22T10:00:00-04:00', 1, withHoliday)).toBe(at('2026-05-26T10:00:00-04:00'));
    expect(addBusinessDays('2026-05-25T10:00:00-04:00', 1, withHoliday)).toBe(at('2026-05-27T08:00:00-04:00'));
  });

  it('go back from Monday to Friday, and from a closed site to its last closing', () => {
    expect(days('2026-03-23T10:00:00-04:00', -1)).toBe(at('2026-03-20T10:00:00-04:00'));
    const thursday = at('2026-03-19T17:00:00-04:00');
    expect(days('2026-03-22T12:00:00-04:00', -1)).toBe(thursday);
    expect(days('2026-03-23T06:00:00-04:00', -1)).toBe(thursday);
    expect(days('2026-03-23T08:00:00-04:00', -1)).toBe(thursday);
    expect(days('2026-03-23T08:00:00.001-04:00', -1)).toBe(at('2026-03-20T08:00:00.001-04:00'));
  });

  it('thirty of them are six weeks', () => {
    expect(days('2026-03-02T09:00:00-05:00', 30)).toBe(at('2026-04-13T09:00:00-04:00'));
  });

  it('need a day on which the site works', () => {
    expect(() => addBusinessDays('2026-03-02T09:00:00-05:00', 1, { ...calendar, workDays: [] })).toThrow(RangeError);
  });
});

describe('business hours', () => {
  it('go on the next morning', () => {
    expect(hours('2026-03-03T15:00:00-05:00', 4)).toBe(at('2026-03-04T10:00:00-05:00'));
  });

  it('go on after the weekend, and after the clocks have changed', () => {
    expect(hours('2026-03-06T15:00:00-05:00', 4)).toBe(at('2026-03-09T10:00:00-04:00'));
    expect(hours('2026-10-30T15:00:00-04:00', 4)).toBe(at('2026-11-02T10:00:00-05:00'));
  });

  it('begin at the opening', () => {
    expect(hours('2026-03-07T12:00:00-05:00', 2)).toBe(at('2026-03-09T10:00:00-04:00'));
    expect(hours('2026-03-03T05:00:00-05:00', 2)).toBe(at('2026-03-03T10:00:00-05:00'));
  });

  it('end at closing time, not at the next opening', () => {
    expect(hours('2026-03-03T15:00:00-05:00', 2)).toBe(at('2026-03-03T17:00:00-05:00'));
  });

  it('add up to the business minutes between start and end', () => {
    const start = fc.date({ min: new Date('2026-01-01'), max: new Date('2028-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(start, fc.integer({ min: 0, max: 120 }), (from, count) => {
        const end = hours(from.toISOString(), count);
        expect(businessMinutesBetween(from.toISOString(), end, calendar)).toBeCloseTo(count * 60, 6);
      }),
    );
  });
});

describe('business minutes between two instants', () => {
  it('leave nights and weekends out', () => {
    expect(businessMinutesBetween('2026-03-20T16:00:00-04:00', '2026-03-23T09:00:00-04:00', calendar)).toBe(120);
  });

  it('are none backwards', () => {
    expect(businessMinutesBetween('2026-03-23T09:00:00-04:00', '2026-03-20T16:00:00-04:00', calendar)).toBe(0);
  });
});

describe('the end of the business day', () => {
  it('is closing time on the local day', () => {
    expect(endOfBusinessDay('2026-03-03T02:00:00Z', calendar)).toBe(at('2026-03-02T17:00:00-05:00'));
  });
});
