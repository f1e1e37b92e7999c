import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { kaplanMeierMedian, quantile } from './statistics';

const done = (minutes: number) => ({ minutes, completed: true });
const open = (minutes: number) => ({ minutes, completed: false });

describe('quantiles', () => {
  it('lie between ranks by straight interpolation', () => {
    expect(quantile([1, 2, 3, 4], 0.5)).toBe(2.5);
    expect(quantile([15, 20, 35, 40, 50], 0.4)).toBeCloseTo(29, 10);
    expect(quantile([10, 20, 30, 40, 50, 60, 70, 80, 90, 100], 0.9)).toBeCloseTo(91, 10);
  });

  it('sort numbers as numbers', () => {
    expect(quantile([245, 5, 30], 0.5)).toBe(30);
  });

  it('are nothing without values', () => {
    expect(quantile([], 0.5)).toBeNull();
  });

  it('have at least their share of values at or below them, and are not outside them', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.array(fc.nat(10_000), { minLength: 1 }), share, (values, at) => {
        const found = quantile(values, at) ?? Number.NaN;
        expect(found).toBeGreaterThanOrEqual(Math.min(...values));
        expect(found).toBeLessThanOrEqual(Math.max(...values));
        const below = values.filter((value) => value <= found + 1e-9).length;
        expect(below).toBeGreaterThanOrEqual(Math.floor((values.length - 1) * at) + 1 - 1e-9);
      }),
    );
  });
});

describe('the Kaplan-Meier median', () => {
  it('is the ordinary lower median when nobody is censored', () => {
    expect(kaplanMeierMedian([done(1), done(2), done(3), done(4)])).toBe(2);
  });

  it('counts those who are only seen so far as at risk until then', () => {
    // Freireich's 6-MP arm (1963), the textbook example: its median is 23 weeks.
    const completed = [6, 6, 6, 7, 10, 13, 16, 22, 23].map(done);
    const censored = [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35].map(open);
    expect(kaplanMeierMedian([...completed, ...censored])).toBe(23);
  });

  it('is nothing when less than half ever completes', () => {
    expect(kaplanMeierMedian([done(1), open(2), open(3)])).toBeNull();
  });
});
