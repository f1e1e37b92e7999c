import { describe, it } from '@jest/globals';
import { actor, assign, assigned, but, by, changed, coordinator, given, histories } from '../testing';

const good = { active: true, trained: true, inScope: true, underCapacity: true };
const full = { ...good, underCapacity: false };
const override = { approvedBy: 'lead-1', reason: { code: 'surge' } };

describe('assigning a referral', () => {
  it('gives it to a team and a coordinator', () => {
    given(...histories.received)
      .when(assign)
      .then(assigned);
    given(...histories.received)
      .when(changed(assign, { assignee: good }))
      .then(assigned);
  });

  it('gives it once, and tells who had it before', () => {
    given(...histories.received, assigned)
      .when(assign)
      .thenNothing();
    given(...histories.received, assigned)
      .when(changed(assign, { coordinatorId: 'coordinator-2' }))
      .then(but(assigned, { coordinatorId: 'coordinator-2', previous: 'coordinator-1' }));
  });

  it('does not give it to someone who is not eligible, unless a lead answers for it', () => {
    given(...histories.received)
      .when(changed(assign, { assignee: full }))
      .thenRejected('ASSIGNEE_NOT_ELIGIBLE', { failing: ['underCapacity'] });
    given(...histories.received)
      .when(changed(assign, { assignee: full, override }))
      .then(but(assigned, { override }));
  });

  it('lets a coordinator take it for itself only', () => {
    given(...histories.received)
      .when(by(assign, coordinator))
      .then(assigned);
    given(...histories.received)
      .when(by(assign, actor('coordinator-2', 'coordinator')))
      .thenRejected('ROLE_NOT_PERMITTED');
  });
});
