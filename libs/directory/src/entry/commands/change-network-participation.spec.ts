import { describe, it } from '@jest/globals';
import { but } from '@referral/eventsourcing/testing';
import { given, changeNetwork, added, networkChanged, retired } from '../testing';

describe('changing the participation in a network', () => {
  it('records it', () => {
    given(added).when(changeNetwork).then(networkChanged);
  });

  it('records it once', () => {
    given(added, networkChanged).when(changeNetwork).thenNothing();
  });

  it('follows the newest word on a plan', () => {
    given(added, networkChanged, but(networkChanged, { status: 'out_of_network' }))
      .when(changeNetwork)
      .then(networkChanged);
  });

  it('comes too late for one that was retired', () => {
    given(added, retired).when(changeNetwork).thenRejected('ILLEGAL_TRANSITION');
  });

  it('leaves the other plans', () => {
    given(added, networkChanged, but(networkChanged, { planId: 'plan-2' }))
      .when(changeNetwork)
      .thenNothing();
  });
});
