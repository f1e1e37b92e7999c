import { describe, expect, it } from '@jest/globals';
import { covers, daysLeft, endOfValidity, isOver, sameValidity } from './validity';

const spring = { start: '2026-03-10', end: '2026-06-30' };
const open = { start: '2026-03-10' };

describe('a validity', () => {
  it('covers its first and its last day', () => {
    const days = ['2026-03-09', '2026-03-10', '2026-06-30', '2026-07-01'];
    expect(days.map((day) => covers(spring, day))).toEqual([false, true, true, false]);
    const instants = { start: '2026-03-10T09:00:00Z', end: '2026-06-30T09:00:00Z' };
    expect(days.map((day) => covers(instants, day))).toEqual([false, true, true, false]);
    expect(days.map((day) => covers(open, day))).toEqual([false, true, true, true]);
  });

  it('is over once its last day has ended everywhere', () => {
    expect(isOver(spring, '2026-07-01T11:59:59.999Z')).toBe(false);
    expect(isOver(spring, '2026-07-01T12:00:00.000Z')).toBe(true);
    expect(isOver({ ...spring, end: '2026-06-30T09:00:00Z' }, '2026-06-30T09:00:00.000Z')).toBe(true);
    expect(isOver(open, '2099-01-01T00:00:00Z')).toBe(false);
    expect(endOfValidity(spring)).toBe(Date.parse('2026-07-01T12:00:00Z'));
    expect(endOfValidity(open)).toBeNull();
  });

  it('has whole days left, and none after its end', () => {
    expect(daysLeft('2026-06-30', '2026-06-30T12:00:00Z')).toBe(1);
    expect(daysLeft('2026-06-30', '2026-06-30T12:00:00.001Z')).toBe(0);
    expect(daysLeft('2026-06-30', '2026-08-01T00:00:00Z')).toBe(0);
  });

  it('is the same by both bounds', () => {
    expect(sameValidity(spring, { ...spring })).toBe(true);
    expect(sameValidity(null, null)).toBe(true);
    for (const other of [open, { ...spring, start: '2026-03-11' }, { ...spring, end: '2026-07-01' }, null]) {
      expect(sameValidity(spring, other)).toBe(false);
      expect(sameValidity(other, spring)).toBe(false);
    }
  });
});
