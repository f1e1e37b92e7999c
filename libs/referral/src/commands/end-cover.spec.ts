import { describe, it } from '@jest/globals';
import { assigned, by, coordinator, covered, coverEnded, endCover, given, histories } from '../testing';

describe('the end of standing in', () => {
  it('is recorded', () => {
    given(...histories.received, assigned, covered)
      .when(endCover)
      .then(coverEnded);
  });

  it('is true already when nobody stands in', () => {
    given(...histories.received, assigned, covered, coverEnded)
      .when(endCover)
      .thenNothing();
  });

  it('is not for a coordinator', () => {
    given(...histories.received, assigned, covered)
      .when(by(endCover, coordinator))
      .thenRejected('ROLE_NOT_PERMITTED');
  });
});
