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

  it.each([
    { externalIds: [] },
    { externalIds: [{ system: 'http://example.org/faxes', value: '4712' }] },
    { externalIds: [{ system: 'http://example.org/letters', value: '4711' }] },
    { documents: [] },
    { documents: received.data.documents.map((document) => ({ ...document, sha256: 'b'.repeat(64) })) },
  ])('does not tell another message under the same id: %j', (otherwise) => {
    given(received).when(changed(receive, otherwise)).thenRejected('ILLEGAL_TRANSITION');
  });
});
