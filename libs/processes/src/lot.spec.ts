import { describe, expect, it } from '@jest/globals';
import { lot } from './lot';

describe('a lot', () => {
  it('is the same for the same text, and says nothing of another one', () => {
    const drawn = Array.from({ length: 4_096 }, (_, number) => lot(`ana referral-${number}`));
    expect(lot('ana referral-7')).toBe(drawn[7]);
    expect(new Set(drawn).size).toBe(4_096);
    // Of a fair coin all but one of a million such rows have 1,891 to 2,205 heads.
    for (let bit = 0; bit < 32; bit += 1)
      expect(Math.abs(drawn.filter((number) => (number / 2 ** bit) % 2 >= 1).length - 2_048)).toBeLessThan(158);
  });

  it('is a whole number below 2^32', () => {
    for (const text of ['', 'a', 'referral-1']) {
      expect(Number.isInteger(lot(text))).toBe(true);
      expect(lot(text)).toBeGreaterThanOrEqual(0);
      expect(lot(text)).toBeLessThan(2 ** 32);
    }
  });
});
