import { describe, it } from '@jest/globals';
import { assigned, but, changed, claim, claimed, given, histories, released, without } from '../testing';

const ofTeam = but(assigned, { coordinatorId: undefined as never });

describe('claiming a referral', () => {
  it('takes what nobody has', () => {
    given(...histories.received)
      .when(claim)
      .then(claimed);
  });

  it('takes it once', () => {
    given(...histories.received, claimed)
      .when(claim)
      .thenNothing();
  });

  it('takes what the own team has, and no other', () => {
    given(...histories.received, assigned, released)
      .when(claim)
      .then(claimed);
    given(...histories.received, assigned, released)
      .when(changed(claim, { teamId: 'team-2' }))
      .thenRejected('ALREADY_CLAIMED');
    given(...histories.received, ofTeam)
      .when(without(claim, 'teamId'))
      .thenRejected('ALREADY_CLAIMED');
  });

  it('does not take what someone has', () => {
    given(...histories.received, assigned)
      .when(changed(claim, { coordinatorId: 'coordinator-2' }))
      .thenRejected('ALREADY_CLAIMED');
  });
});
