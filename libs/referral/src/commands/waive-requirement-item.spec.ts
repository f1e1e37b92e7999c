import { describe, it } from '@jest/globals';
import {
  at,
  but,
  by,
  complete,
  coordinator,
  given,
  histories,
  itemWaived,
  received,
  receivedIncomplete,
  startTriage,
  triageStarted,
  waiveItem,
  without,
} from '../testing';

const lackingLab = but(receivedIncomplete, { missingItems: ['lab'] });

describe('waiving a required item', () => {
  it('does without it', () => {
    given(receivedIncomplete).when(waiveItem).then(itemWaived);
  });

  it('does without it once', () => {
    given(receivedIncomplete, itemWaived).when(waiveItem).thenNothing();
  });

  it('makes a referral complete when it was the last missing one', () => {
    given(lackingLab)
      .when(waiveItem)
      .then(itemWaived, {
        ...complete,
        occurredAt: itemWaived.occurredAt,
        data: { ...complete.data, elapsedMinutes: 50 },
      });
  });

  it('holds until it ends', () => {
    const until = but(itemWaived, { expiresAt: '2026-03-02T12:00:00-05:00' });
    given(lackingLab, until).when(startTriage).then(triageStarted);
    given(lackingLab, until)
      .when(at(startTriage, '2026-03-02T12:00:00-05:00'))
      .thenRejected('INCOMPLETE_REFERRAL', { missing: ['lab'] });
  });

  it('needs a reason', () => {
    given(received).when(without(waiveItem, 'reason')).thenRejected('REASON_REQUIRED');
  });

  it('is for a lead or a reviewer, while the referral is open', () => {
    given(received).when(by(waiveItem, coordinator)).thenRejected('ROLE_NOT_PERMITTED');
    given(...histories.closed)
      .when(waiveItem)
      .thenRejected('REFERRAL_TERMINAL');
  });
});
