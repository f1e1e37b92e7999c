import { describe, it } from '@jest/globals';
import { actor, by, called, changed, given, histories, receive, received } from '../testing';

describe('receiving an intake item', () => {
  it('registers a message, whatever it is', () => {
    given().when(receive).then(received);
  });

  it('registers it once', () => {
    given(...histories.matched)
      .when(receive)
      .thenNothing();
  });

  it('does not make another message or a call of it', () => {
    given(received)
      .when(changed(receive, { channel: 'mail' }))
      .thenRejected('ILLEGAL_TRANSITION');
    given(called).when(receive).thenRejected('ILLEGAL_TRANSITION');
  });

  it('is not for a referring office', () => {
    given()
      .when(by(receive, actor('referrer-1', 'referring_party')))
      .thenRejected('ROLE_NOT_PERMITTED');
  });
});
