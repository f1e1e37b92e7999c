import { describe, expect, it } from '@jest/globals';
import { holdReasons, pausePolicy } from '@referral/referral';
import { defaultPolicy } from '@referral/sla-policy';

describe('the reasons that pause a clock', () => {
  it('are for the referral those of the service level policy', () => {
    const bySlaPolicy = defaultPolicy.clocks.flatMap(({ clock, pausableBy }) => {
      const reasons = holdReasons.filter((reason) => (pausableBy as readonly string[]).includes(reason));
      return reasons.length > 0 ? [[clock, [...reasons].sort()]] : [];
    });
    const byReferral = Object.entries(pausePolicy.pausableBy).map(([clock, reasons]) => [clock, [...reasons].sort()]);
    expect(byReferral).toEqual(bySlaPolicy);
    expect([pausePolicy.slaPolicyId, pausePolicy.slaPolicyVersion]).toEqual([defaultPolicy.id, defaultPolicy.version]);
  });
});
