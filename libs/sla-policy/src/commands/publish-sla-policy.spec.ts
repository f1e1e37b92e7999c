import { describe, it } from '@jest/globals';
import { actorWith, by, changed } from '@referral/eventsourcing/testing';
import { givenPolicy, policyPublished, policyVersionPublished, publishPolicyOrder } from '../testing/policies';

describe('beginning a policy', () => {
  it('publishes all clocks, those it does not name as by default', () => {
    givenPolicy().when(publishPolicyOrder).then(policyPublished);
  });

  it('publishes it once, also when versions have followed', () => {
    givenPolicy(policyPublished).when(publishPolicyOrder).thenNothing();
    givenPolicy(policyPublished, policyVersionPublished).when(publishPolicyOrder).thenNothing();
  });

  it('does not change what was published', () => {
    givenPolicy(policyPublished)
      .when(changed(publishPolicyOrder, { calendarId: 'calendar-2' }))
      .thenRejected('POLICY_IMMUTABLE', { next: 2 });
  });

  it('is a matter of configuration', () => {
    givenPolicy()
      .when(by(publishPolicyOrder, actorWith('lead-1', 'lead')))
      .thenRejected('ROLE_NOT_PERMITTED');
  });
});
