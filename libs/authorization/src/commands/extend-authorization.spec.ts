import { describe, expect, it } from '@jest/globals';
import { authorizationAggregate } from '../aggregate';
import { extend, extended, given, histories, stateAfter } from '../testing';

describe('extending an authorization', () => {
  it('puts its end off', () =>
    given(...histories.approved)
      .when(extend)
      .then(extended));

  it('puts it off once', () =>
    given(...histories.approved, extended)
      .when(extend)
      .thenNothing());

  it('lets one that had expired be what it was', () => {
    given(...histories.expired)
      .when(extend)
      .then(extended);
    expect(stateAfter(authorizationAggregate, [...histories.expired, extended]).stage).toBe('approved');
  });

  it('needs something granted', () =>
    given(...histories.denied)
      .when(extend)
      .thenRejected('ILLEGAL_TRANSITION'));
});
