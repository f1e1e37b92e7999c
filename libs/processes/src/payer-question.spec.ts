import { describe, expect, it } from '@jest/globals';
import { askAgainAt, inquireAt } from './payer-question';

const now = '2026-03-02T09:00:00.000Z';
const minutesUntil = (then: string): number => (Date.parse(then) - Date.parse(now)) / 60_000;

describe('a question to a payer', () => {
  it('is asked again after longer and longer pauses, the last of which holds', () => {
    const pauses = [1, 2, 3, 4, 5, 6, 7, 8, 20].map((failures) => minutesUntil(askAgainAt(now, failures, true)));
    expect(pauses).toEqual([2 / 60, 10 / 60, 1, 5, 15, 60, 240, 240, 240]);
  });

  it('is asked again a day later where nothing passes by itself', () => {
    expect(minutesUntil(askAgainAt(now, 1, false))).toBe(1_440);
    expect(minutesUntil(askAgainAt(now, 9, false))).toBe(1_440);
  });

  it('is inquired about after longer and longer pauses, the last of which holds', () => {
    const pauses = [1, 2, 3, 4, 5, 6, 7, 20].map((number) => minutesUntil(inquireAt(now, number)));
    expect(pauses).toEqual([10 / 60, 1, 5, 15, 60, 240, 240, 240]);
  });
});
