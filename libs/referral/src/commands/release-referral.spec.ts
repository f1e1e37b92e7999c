import { describe, it } from '@jest/globals';
import { assigned, by, given, histories, released, releaseReferral, reviewer } from '../testing';

describe('giving a referral back', () => {
  it('leaves it to the team', () => {
    given(...histories.received, assigned)
      .when(releaseReferral)
      .then(released);
  });

  it('is true already for what nobody has', () => {
    given(...histories.received, assigned, released)
      .when(releaseReferral)
      .thenNothing();
  });

  it('is not for a reviewer', () => {
    given(...histories.received, assigned)
      .when(by(releaseReferral, reviewer))
      .thenRejected('ROLE_NOT_PERMITTED');
  });
});
