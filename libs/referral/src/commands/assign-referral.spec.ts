import { describe, it } from '@jest/globals';
import { actor, assign, assigned, but, by, changed, claimed, coordinator, given, histories } from '../testing';

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

  it('lets the system give it to somebody while nobody has it, and no other team', () => {
    const routed = by(assign, actor('process.routing', 'system'));
    const toNobody = (teamId: string) => but(assigned, { teamId, coordinatorId: undefined as never });
    given(...histories.received)
      .when(routed)
      .then(assigned);
    given(...histories.received, toNobody('team-1'))
      .when(routed)
      .then(assigned);
    given(...histories.received, toNobody('team-2'))
      .when(routed)
      .thenRejected('ALREADY_CLAIMED', { teamId: 'team-2' });
    given(...histories.received, claimed)
      .when(changed(routed, { coordinatorId: 'coordinator-2' }))
      .thenRejected('ALREADY_CLAIMED', { coordinatorId: 'coordinator-1' });
    given(...histories.received, claimed)
      .when(changed(by(assign, actor('lead-1', 'lead', 'system')), { coordinatorId: 'coordinator-2' }))
      .then(but(assigned, { coordinatorId: 'coordinator-2', previous: 'coordinator-1' }));
  });
});
