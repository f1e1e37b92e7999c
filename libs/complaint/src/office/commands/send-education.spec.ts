import { describe, it } from '@jest/globals';
import { changed, but } from '@referral/eventsourcing/testing';
import { given, send, registered, sent } from '../testing';

describe('sending education to an office', () => {
  it('records it', () => {
    given(registered).when(send).then(sent);
  });

  it('records it once', () => {
    given(registered, sent).when(send).thenNothing();
  });

  it('does not say something else of the same', () => {
    given(registered, sent)
      .when(changed(send, { topic: 'fax numbers' }))
      .thenRejected('CONTRADICTS_RECORD');
  });

  it('needs an office', () => {
    given().when(send).thenRejected('OFFICE_NOT_FOUND');
  });

  it('can send something else', () => {
    given(registered, sent)
      .when(changed(send, { educationId: 'education-2' }))
      .then(but(sent, { educationId: 'education-2' }));
  });
});
