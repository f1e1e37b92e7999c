import { describe, expect, it } from '@jest/globals';
import { defaultCalendar } from './business-calendar';
import { defaultPolicy } from './default-policy';
import { dueAt } from './due-at';
import { nothingPublished, policyInForce, policyVersion } from './in-force';

const policies = [
  { ...defaultPolicy, id: 'policy-1', version: 1, effectiveFrom: '2026-04-01T00:00:00Z', calendarId: 'calendar-1' },
  { ...defaultPolicy, id: 'policy-1', version: 2, effectiveFrom: '2026-07-01T00:00:00Z', calendarId: 'calendar-1' },
];
const calendars = [
  { ...defaultCalendar, id: 'calendar-1', version: 1, effectiveFrom: '2026-04-15T00:00:00Z', holidays: ['2026-05-25'] },
  { ...defaultCalendar, id: 'calendar-2', version: 1, effectiveFrom: '2026-04-01T00:00:00Z' },
];
const published = { policies, calendars };
const boundAt = (instant: string) => {
  const { policy, calendar } = policyInForce(published, instant);
  return [policy.id, policy.version, calendar.id];
};

describe('what binds a clock', () => {
  it('is the default until a site publishes its own', () => {
    expect(policyInForce(nothingPublished, '2026-05-01T00:00:00Z')).toEqual({
      policy: defaultPolicy,
      calendar: defaultCalendar,
    });
    expect(boundAt('2026-03-31T23:59:59Z')).toEqual(['default', 1, 'default']);
  });

  it('is the version in force when it started', () => {
    expect(boundAt('2026-04-20T00:00:00Z')).toEqual(['policy-1', 1, 'calendar-1']);
    expect(boundAt('2026-07-01T00:00:00Z')).toEqual(['policy-1', 2, 'calendar-1']);
  });

  it('counts by the default calendar until that of the policy begins', () => {
    expect(boundAt('2026-04-02T00:00:00Z')).toEqual(['policy-1', 1, 'default']);
  });

  it('leaves the holidays of its calendar out', () => {
    const started = '2026-05-22T10:00:00-04:00';
    const { policy, calendar } = policyInForce(published, started);
    expect(dueAt('K2', 'urgent', started, policy, calendar)).toBe('2026-05-26T14:00:00.000Z');
    expect(dueAt('K2', 'urgent', started)).toBe('2026-05-25T14:00:00.000Z');
  });

  it('is found again by id and version', () => {
    expect(policyVersion(published, 'policy-1', 2)).toBe(policies[1]);
    expect(policyVersion(published, 'default', 1)).toBe(defaultPolicy);
    expect(policyVersion(published, 'policy-1', 3)).toBeUndefined();
  });
});
