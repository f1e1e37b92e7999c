import { describe, expect, it } from '@jest/globals';
import { defer, deferred, given, histories, referralAfter, scheduled } from '../testing';

describe('leaving the booking to the provider', () => {
  it('is recorded', () => {
    given(...histories.accepted)
      .when(defer)
      .then(deferred);
  });

  it('is recorded once, and is over with the booking', () => {
    given(...histories.accepted, deferred)
      .when(defer)
      .thenNothing();
    expect(referralAfter(...histories.accepted, deferred, scheduled)).toHaveProperty('facets.deferral', null);
  });

  it('is too late once a visit is booked', () => {
    given(...histories.scheduled)
      .when(defer)
      .thenRejected('ILLEGAL_TRANSITION');
  });
});
