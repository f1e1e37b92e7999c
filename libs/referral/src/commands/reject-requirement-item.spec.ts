import { describe, it } from '@jest/globals';
import {
  but,
  changed,
  complete,
  given,
  histories,
  itemRejected,
  itemVerified,
  received,
  rejectItem,
  startTriage,
  without,
} from '../testing';

describe('rejecting a required item', () => {
  it('finds it unusable', () => {
    given(received).when(rejectItem).then(itemRejected);
  });

  it('finds the same document unusable once', () => {
    given(received, itemRejected).when(rejectItem).thenNothing();
    given(received, itemRejected)
      .when(changed(rejectItem, { documentId: 'document-lab-2' }))
      .then(but(itemRejected, { documentId: 'document-lab-2' }));
  });

  it('needs a reason', () => {
    given(received).when(without(rejectItem, 'reason')).thenRejected('REASON_REQUIRED');
  });

  it('makes the referral incomplete again, until the item comes in anew', () => {
    given(received, complete, itemVerified, itemRejected)
      .when(startTriage)
      .thenRejected('INCOMPLETE_REFERRAL', { missing: ['lab'] });
  });

  it('is refused once the referral is finished', () => {
    given(...histories.declined)
      .when(rejectItem)
      .thenRejected('REFERRAL_TERMINAL');
  });
});
