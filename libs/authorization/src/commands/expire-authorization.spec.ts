import { describe, it } from '@jest/globals';
import { at, expire, expired, extended, given, histories } from '../testing';

describe('the end of an authorization', () => {
  it('comes when its last day is over everywhere', () => {
    given(...histories.approved)
      .when(expire)
      .then(expired);
    given(...histories.approved)
      .when(at(expire, '2026-07-01T11:59:59Z'))
      .thenRejected('DEADLINE_NOT_REACHED');
  });

  it('comes once', () =>
    given(...histories.expired)
      .when(expire)
      .thenNothing());

  it('does not come when more time was given, nor to what was not granted', () => {
    given(...histories.approved, extended)
      .when(expire)
      .thenRejected('DEADLINE_NOT_REACHED');
    given(...histories.denied)
      .when(expire)
      .thenRejected('ILLEGAL_TRANSITION');
  });
});
