import { describe, expect, it } from '@jest/globals';
import { businessDaysAfter } from './business-days';
import { defaultSite } from './site';

describe('business days after an instant', () => {
  it('are none where none are asked for, also while the site is closed', () => {
    const saturday = '2026-03-07T12:00:00.000Z';
    expect(businessDaysAfter(saturday, 0, defaultSite)).toBe(saturday);
    expect(businessDaysAfter(saturday, 1, defaultSite)).toBe('2026-03-10T12:00:00.000Z');
  });
});
