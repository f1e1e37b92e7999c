import { describe, it } from '@jest/globals';
import { changed, given, histories, received, reject, rejected, without } from '../testing';

describe('rejecting an item', () => {
  it('ends it with a reason', () => {
    given(received).when(reject).then(rejected);
  });

  it('is rejected once, and for one reason', () => {
    given(received, rejected).when(reject).thenNothing();
    given(received, rejected)
      .when(changed(reject, { reason: { code: 'spam' } }))
      .thenRejected('ILLEGAL_TRANSITION');
  });

  it('says why, in words where the code does not say enough', () => {
    given(received).when(without(reject, 'reason')).thenRejected('REASON_REQUIRED');
    given(received)
      .when(changed(reject, { reason: { code: 'other' } }))
      .thenRejected('COMMENT_REQUIRED');
  });

  it('does not undo a conversion', () => {
    given(...histories.converted)
      .when(reject)
      .thenRejected('ILLEGAL_TRANSITION');
  });
});
