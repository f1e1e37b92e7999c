import { describe, it } from '@jest/globals';
import { barrierIdentified, connectResource, given, histories, resourceConnected } from '../testing';

describe('connecting a resource', () => {
  it('brings a service in', () => {
    given(...histories.accepted, barrierIdentified)
      .when(connectResource)
      .then(resourceConnected);
  });

  it('brings it in once', () => {
    given(...histories.accepted, barrierIdentified, resourceConnected)
      .when(connectResource)
      .thenNothing();
  });

  it('needs a barrier that was named', () => {
    given(...histories.accepted)
      .when(connectResource)
      .thenRejected('BARRIER_NOT_FOUND');
  });
});
