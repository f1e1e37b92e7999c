import { describe, it } from '@jest/globals';
import { actor, by, changed, given, histories, open, opened } from '../testing';

describe('opening an authorization', () => {
  it('begins a request for a referral', () => given().when(open).then(opened));

  it('begins it once', () =>
    given(...histories.submitted)
      .when(open)
      .thenNothing());

  it('does not ask for something else under the same id', () =>
    given(opened)
      .when(changed(open, { level: 'expedited' }))
      .thenRejected('ILLEGAL_TRANSITION'));

  it('needs a referral that exists', () =>
    given()
      .when(changed(open, { referral: null }))
      .thenRejected('REFERRAL_NOT_FOUND'));

  it('is for those who specialise in it', () =>
    given()
      .when(by(open, actor('coordinator-1', 'coordinator')))
      .thenRejected('ROLE_NOT_PERMITTED'));
});
