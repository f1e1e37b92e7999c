import { describe, it } from '@jest/globals';
import { actorWith, by, changed, without } from '@referral/eventsourcing/testing';
import {
  givenPolicy,
  policyPublished,
  policyVersionPublished,
  publishPolicyOrder,
  publishPolicyVersionOrder,
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
});
