import { describe, it } from '@jest/globals';
import { cancel, cancelled, changed, given, histories, without } from '../testing';

describe('cancelling an authorization', () => {
  it('withdraws it with a reason', () =>
    given(...histories.approved)
      .when(cancel)
      .then(cancelled));

  it('withdraws it once', () =>
    given(...histories.cancelled)
      .when(cancel)
      .thenNothing());

  it('says why, in words where the code does not say enough', () => {
    given(...histories.draft)
      .when(without(cancel, 'reason'))
      .thenRejected('REASON_REQUIRED');
    given(...histories.draft)
      .when(changed(cancel, { reason: { code: 'other' } }))
      .thenRejected('COMMENT_REQUIRED');
  });

  it('does not undo what was used up', () =>
    given(...histories.exhausted)
      .when(cancel)
      .thenRejected('ILLEGAL_TRANSITION'));
});
