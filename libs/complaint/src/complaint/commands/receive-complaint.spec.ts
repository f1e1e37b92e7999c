import { describe, it } from '@jest/globals';
import { actorWith, by, changed } from '@referral/eventsourcing/testing';
import { given, receive, received } from '../testing';

describe('receiving a complaint', () => {
  it('takes it in', () => {
    given().when(receive).then(received);
  });

  it('takes it in once', () => {
    given(received).when(receive).thenNothing();
  });

  it('does not make another of it', () => {
    given(received)
      .when(changed(receive, { about: 'parking' }))
      .thenRejected('CONTRADICTS_RECORD');
  });

  it('is not for those who see no patients', () => {
    given()
      .when(by(receive, actorWith('someone-1', 'analyst')))
      .thenRejected('ROLE_NOT_PERMITTED');
  });
});
