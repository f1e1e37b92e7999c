import { describe, expect, it } from '@jest/globals';
import { dueFrom } from './clock-rules';

describe('the time that a payer has', () => {
  it.each([
    ['2025-12-31T23:00:00.000Z', '2026-01-14T23:00:00.000Z', 1],
    ['2026-01-01T00:00:00.000Z', '2026-01-08T00:00:00.000Z', 2],
    ['2026-01-01T00:00:00.000-05:00', '2026-01-08T05:00:00.000Z', 2],
    ['2015-06-01T00:00:00.000Z', '2015-06-15T00:00:00.000Z', 1],
  ])('is counted by the rule in force on the date of %s', (from, dueAt, version) => {
    expect(dueFrom(from, 'decisionHours', 'standard')).toEqual({
      dueAt,
      clockBasis: { ruleId: 'payer-decision', version },
    });
  });

  it.each(['2025-06-01T00:00:00.000Z', '2026-06-01T00:00:00.000Z'])(
    'depends on how soon an answer is needed: %s',
    (from) => {
      const hours = (kind: 'decisionHours' | 'appealHours', level: 'standard' | 'expedited') =>
        (Date.parse(dueFrom(from, kind, level).dueAt) - Date.parse(from)) / 3_600_000;
      expect(hours('decisionHours', 'expedited')).toBe(72);
      expect(hours('appealHours', 'expedited')).toBe(72);
      expect(hours('appealHours', 'standard')).toBe(720);
    },
  );
});
