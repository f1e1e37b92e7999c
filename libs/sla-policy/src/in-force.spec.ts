import { describe, expect, it } from '@jest/globals';
import { defaultCalendar } from './business-calendar';
import { defaultPolicy } from './default-policy';
import { dueAt } from './due-at';
import { nothingPublished, policyInForce, policyVersion, publishedAt } from './in-force';

const policy1 = { ...defaultPolicy, id: 'policy-1', calendarId: 'calendar-1' };
const policies = [
  { ...policy1, version: 1, effectiveFrom: '2026-04-01T00:00:00Z', position: '1' },
  { ...policy1, version: 2, effectiveFrom: '2026-07-01T00:00:00Z', position: '4' },
];
const calendars = [
  {
    ...{ ...defaultCalendar, id: 'calendar-1', version: 1, effectiveFrom: '2026-04-15T00:00:00Z' },
    ...{ holidays: ['2026-05-25'], position: '2' },
  },
  { ...defaultCalendar, id: 'calendar-2', version: 1, effectiveFrom: '2026-04-01T00:00:00Z', position: '3' },
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

  it('was published before it in the log, whatever the clocks of the machines say', () => {
    const at = '2026-07-01T00:00:00Z';
    const asKnown = (place: string) => policyInForce(publishedAt(published, place), at);
    expect(asKnown('5').policy.version).toBe(2);
    expect(asKnown('4').policy.version).toBe(1);
    expect(asKnown('2')).toMatchObject({ policy: { id: 'policy-1' }, calendar: { id: 'default' } });
    expect(asKnown('1').policy).toBe(defaultPolicy);
    expect(publishedAt(published, '5')).toEqual(published);
  });

  it('is found again by id and version', () => {
    expect(policyVersion(published, 'policy-1', 2)).toBe(policies[1]);
    expect(policyVersion(published, 'default', 1)).toBe(defaultPolicy);
    expect(policyVersion(published, 'policy-1', 3)).toBeUndefined();
  });
});
