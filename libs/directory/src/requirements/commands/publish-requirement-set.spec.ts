import { describe, it } from '@jest/globals';
import { actorWith, by, changed } from '@referral/eventsourcing/testing';
import { given, publish, published, nextPublished } from '../testing';

describe('beginning a requirement set', () => {
  it('publishes it', () => {
    given().when(publish).then(published);
  });

  it('publishes it once, also when versions have followed', () => {
    given(published, nextPublished).when(publish).thenNothing();
  });

  it('does not change what was published', () => {
    given(published)
      .when(changed(publish, { service: { system: 'http://example.org/services', code: 'consultation' } }))
      .thenRejected('POLICY_IMMUTABLE');
  });

  it('is a matter of configuration', () => {
    given()
      .when(by(publish, actorWith('coordinator-1', 'coordinator')))
      .thenRejected('ROLE_NOT_PERMITTED');
  });
});
