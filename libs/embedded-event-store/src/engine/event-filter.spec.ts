import { describe, expect, it } from '@jest/globals';
import { createFilter, InvalidFilter } from './event-filter';

const byRegex = (regex: string) => createFilter({ on: 'stream-name', regex, prefixes: [] });

describe('a filter', () => {
  it('lets pass what begins with any of its prefixes', () => {
    const { matches } = createFilter({ on: 'event-type', regex: undefined, prefixes: ['Referral', 'Order'] });
    expect(['ReferralReceived', 'OrderPlaced', 'Other'].filter(matches)).toEqual(['ReferralReceived', 'OrderPlaced']);
  });

  it('understands regular expressions as .NET writes them', () => {
    expect(byRegex('^[^$].*').matches('$metadata')).toBe(false);
    expect(byRegex('(?i)^REFERRAL').matches('referral-1')).toBe(true);
    expect(byRegex('\\Areferral-\\d+\\z').matches('referral-12')).toBe(true);
    expect(byRegex('\\Areferral-\\d+\\z').matches('x-referral-12')).toBe(false);
  });

  it('is refused when its regular expression is none', () => {
    expect(() => byRegex('(')).toThrow(InvalidFilter);
  });
});
