import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { defaultCalendar } from './business-calendar';
import { addAllowedTime } from './due-at';
import { dueAfterPauses, merged, netTime, type Stretch } from './pauses';
import { type AllowedTime, type DurationUnit, durationUnits } from './sla-policy';

const at = (newYork: string) => new Date(newYork).toISOString();
const zones = ['America/New_York', 'Europe/London', 'Australia/Lord_Howe'];
const holidays = ['2028-02-29', '2026-11-26', '2026-12-25'];
const start = Date.parse('2026-01-01T00:00:00Z');
const end = Date.parse('2029-01-01T00:00:00Z');
const day = 86_400_000;

const moment = fc.integer({ min: start, max: end }).map((time) => new Date(time).toISOString());
const allowed: fc.Arbitrary<AllowedTime> = fc.record({
  amount: fc.integer({ min: 1, max: 40 }),
  unit: fc.constantFrom(...durationUnits),
});
const calendar = fc.constantFrom(...zones).map((timeZone) => ({ ...defaultCalendar, timeZone, holidays }));
const after = (instant: string, milliseconds: number) => new Date(Date.parse(instant) + milliseconds).toISOString();
const pausesFrom = (instant: string) =>
  fc.array(
    fc
      .tuple(fc.integer({ min: -3 * day, max: 20 * day }), fc.integer({ min: 0, max: 9 * day }))
      .map(([gap, length]): Stretch => ({ from: after(instant, gap), to: after(instant, gap + length) })),
    { maxLength: 5 },
  );
const paused = (startedAt: string, time: AllowedTime, pauses: readonly Stretch[], by = defaultCalendar) =>
  dueAfterPauses({ startedAt, dueAt: addAllowedTime(startedAt, time, by) }, pauses, time.unit, by);

/** Times are told as New York tells them. */
const due = (startedAt: string, amount: number, unit: DurationUnit, ...pauses: readonly Stretch[]) =>
  paused(startedAt, { amount, unit }, pauses);

describe('a pause', () => {
  it('postpones hours by as many hours', () => {
    const pause = { from: '2026-03-02T10:00:00-05:00', to: '2026-03-02T12:30:00-05:00' };
    expect(due('2026-03-02T09:00:00-05:00', 4, 'hours', pause)).toBe(at('2026-03-02T15:30:00-05:00'));
  });

  it('postpones business days by the time in which the site was open', () => {
    const weekend = { from: '2026-03-06T16:00:00-05:00', to: '2026-03-09T10:00:00-04:00' };
    expect(due('2026-03-06T09:00:00-05:00', 1, 'business_days', weekend)).toBe(at('2026-03-09T12:00:00-04:00'));
    const night = { from: '2026-03-02T18:00:00-05:00', to: '2026-03-03T07:00:00-05:00' };
    expect(due('2026-03-02T17:00:00-05:00', 0, 'business_days', night)).toBe(at('2026-03-03T08:00:00-05:00'));
  });

  it('keeps the time of day of calendar days when the clocks change in it', () => {
    const week = { from: '2026-03-05T10:00:00-05:00', to: '2026-03-12T10:00:00-04:00' };
    expect(due('2026-03-04T10:00:00-05:00', 3, 'calendar_days', week)).toBe(at('2026-03-14T10:00:00-04:00'));
    const back = { from: '2026-10-29T10:00:00-04:00', to: '2026-11-05T10:00:00-05:00' };
    expect(due('2026-10-28T10:00:00-04:00', 3, 'calendar_days', back)).toBe(at('2026-11-07T10:00:00-05:00'));
  });

  it('over the leap day is one day longer', () => {
    const over = { from: '2028-02-28T10:00:00-05:00', to: '2028-03-01T10:00:00-05:00' };
    expect(due('2028-02-28T09:00:00-05:00', 1, 'calendar_days', over)).toBe(at('2028-03-02T09:00:00-05:00'));
  });

  it('on a holiday does not postpone business time', () => {
    const pause = { from: '2026-11-26T09:00:00-05:00', to: '2026-11-26T16:00:00-05:00' };
    const time: AllowedTime = { amount: 9, unit: 'business_hours' };
    const by = { ...defaultCalendar, holidays };
    expect(paused('2026-11-25T10:00:00-05:00', time, [pause], by)).toBe(at('2026-11-27T10:00:00-05:00'));
  });

  it('before the start, or after the due time, changes nothing', () => {
    const early = { from: '2026-03-02T07:00:00-05:00', to: '2026-03-02T08:00:00-05:00' };
    const late = { from: '2026-03-02T13:00:00-05:00', to: '2026-03-02T18:00:00-05:00' };
    expect(due('2026-03-02T09:00:00-05:00', 4, 'hours', early, late)).toBe(at('2026-03-02T13:00:00-05:00'));
  });

  it('counts when an earlier one has moved the due time beyond its beginning', () => {
    const first = { from: '2026-03-02T10:00:00-05:00', to: '2026-03-02T12:00:00-05:00' };
    const second = { from: '2026-03-02T14:00:00-05:00', to: '2026-03-02T15:00:00-05:00' };
    expect(due('2026-03-02T09:00:00-05:00', 4, 'hours', second, first)).toBe(at('2026-03-02T16:00:00-05:00'));
  });
});

describe('pauses that overlap', () => {
  it('count once', () => {
    const one = { from: '2026-03-02T10:00:00Z', to: '2026-03-02T12:00:00Z' };
    const other = { from: '2026-03-02T11:00:00Z', to: '2026-03-02T13:00:00Z' };
    expect(merged([other, one, one])).toEqual([{ from: one.from, to: other.to }]);
    expect(netTime('2026-03-02T09:00:00Z', '2026-03-02T14:00:00Z', [one, other])).toBe(2 * 3_600_000);
    expect(due('2026-03-02T09:00:00Z', 4, 'hours', one, other)).toBe('2026-03-02T16:00:00.000Z');
  });

  it('make the same of the due time as what they cover together', () => {
    fc.assert(
      fc.property(
        moment.chain((from) => fc.tuple(fc.constant(from), pausesFrom(from))),
        allowed,
        calendar,
        ([from, pauses], time, by) => {
          const twice = [...pauses, ...[...pauses].reverse()];
          expect(paused(from, time, twice, by)).toBe(paused(from, time, merged(pauses), by));
          const to = after(from, 30 * day);
          expect(netTime(from, to, twice)).toBe(netTime(from, to, merged(pauses)));
        },
      ),
    );
  });
});

describe('a due time', () => {
  it('is never earlier for a later start', () => {
    fc.assert(
      fc.property(
        moment.chain((from) => fc.tuple(fc.constant(from), pausesFrom(from))),
        fc.integer({ min: 0, max: 2 * day }),
        allowed,
        calendar,
        ([from, pauses], gap, time, by) => {
          const [one, other] = [paused(from, time, pauses, by), paused(after(from, gap), time, pauses, by)];
          expect(one <= other).toBe(true);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('is never earlier for more time, nor for one more pause', () => {
    fc.assert(
      fc.property(
        moment.chain((from) => fc.tuple(fc.constant(from), pausesFrom(from), pausesFrom(from))),
        allowed,
        calendar,
        ([from, pauses, more], time, by) => {
          const plain = paused(from, time, pauses, by);
          expect(plain >= addAllowedTime(from, time, by)).toBe(true);
          expect(paused(from, { ...time, amount: time.amount + 1 }, pauses, by) >= plain).toBe(true);
          expect(paused(from, time, [...pauses, ...more], by) >= plain).toBe(true);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('is never earlier for a later start around the hours that the clocks skip and repeat', () => {
    const shift = fc.constantFrom('2026-03-08T07:00:00Z', '2026-11-01T06:00:00Z');
    const near = shift.chain((instant) =>
      fc
        .tuple(fc.constantFrom(0, 1, 3, 7), fc.integer({ min: -180, max: 180 }), fc.nat({ max: 7_200_000 }))
        .map(([days, minutes, gap]) => ({ from: after(instant, minutes * 60_000 - days * day), gap })),
    );
    fc.assert(
      fc.property(near, allowed, ({ from, gap }, time) => {
        expect(paused(from, time, []) <= paused(after(from, gap), time, [])).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});
