import { describe, it } from '@jest/globals';
import { actorWith, by, changed, without } from '@referral/eventsourcing/testing';
import type { SlaPolicyVersionPublished } from '../events/sla-policy-event';
import { ClockTerms } from './policy-content';
import {
  givenPolicy,
  policyPublished,
  policyVersionPublished,
  publishPolicyOrder,
  publishPolicyVersionOrder,
  nextMonth,
} from '../testing/policies';

const next = publishPolicyVersionOrder;

describe('changing a policy', () => {
  it('publishes the next version, and keeps what it does not name', () => {
    givenPolicy(policyPublished).when(next).then(policyVersionPublished);
  });

  it('takes effect at once when it does not say when', () => {
    const { data } = policyVersionPublished;
    givenPolicy(policyPublished)
      .when(without(next, 'effectiveFrom'))
      .then({ ...policyVersionPublished, data: { ...data, effectiveFrom: next.occurredAt } });
  });

  it('publishes it once', () => {
    givenPolicy(policyPublished, policyVersionPublished).when(next).thenNothing();
    givenPolicy(policyPublished, policyVersionPublished)
      .when(changed(next, { version: 2 }))
      .thenNothing();
  });

  it('does not reach into the past', () => {
    givenPolicy(policyPublished)
      .when(changed(next, { effectiveFrom: '2026-03-03T08:59:59Z' }))
      .thenRejected('POLICY_IMMUTABLE');
  });

  it('does not change a version, nor leave one out', () => {
    givenPolicy(policyPublished)
      .when(changed(next, { version: 1 }))
      .thenRejected('POLICY_IMMUTABLE', { next: 2 });
    givenPolicy(policyPublished)
      .when(changed(next, { version: 3 }))
      .thenRejected('POLICY_IMMUTABLE', { next: 2 });
  });

  it('needs a policy', () => {
    givenPolicy().when(next).thenRejected('SLAPOLICY_NOT_FOUND');
  });

  it('is a matter of configuration', () => {
    givenPolicy(policyPublished)
      .when(by(next, actorWith('auditor-1', 'compliance')))
      .thenRejected('READ_ONLY_ROLE');
    givenPolicy(policyPublished).when(publishPolicyOrder).thenNothing();
  });

  it('gives internal referrals the times that it names, and takes away those that it does not name', () => {
    const [clock] = next.clocks;
    const allowedInternal = { routine: { amount: 6, unit: 'hours' } } as const;
    const withInternal = clock ? [Object.assign(new ClockTerms(), clock, { allowedInternal })] : [];
    const promised = (clocks: SlaPolicyVersionPublished['data']['clocks']) =>
      clocks.map((known) => (known.clock === clock?.clock ? { ...known, allowedInternal } : known));
    const { data } = policyVersionPublished;
    const internal = { ...policyVersionPublished, data: { ...data, clocks: promised(data.clocks) } };
    givenPolicy(policyPublished)
      .when(changed(next, { clocks: withInternal }))
      .then(internal);
    givenPolicy(policyPublished, internal)
      .when(changed(next, { effectiveFrom: nextMonth }))
      .then({ ...policyVersionPublished, data: { ...data, version: 3 } });
  });
});
