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

  it.each([
    { referralId: 'referral-2' },
    { coverageId: 'coverage-2' },
    { services: opened.data.services.slice(1) },
    { services: opened.data.services.map((service) => ({ ...service, units: 2 })) },
  ])('does not tell another story under the same id: %j', (otherwise) =>
    given(opened).when(changed(open, otherwise)).thenRejected('ILLEGAL_TRANSITION'),
  );
});
