import { describe, expect, it } from '@jest/globals';
import {
  but,
  by,
  changed,
  correct,
  corrected,
  given,
  histories,
  received,
  referralAfter,
  reviewer,
  without,
} from '../testing';

describe('correcting a referral', () => {
  it('puts a clerical mistake right', () => {
    given(received).when(correct).then(corrected);
  });

  it('puts it right once', () => {
    given(received, corrected).when(correct).thenNothing();
  });

  it('does not use one id for two corrections', () => {
    given(received, corrected)
      .when(changed(correct, { targetEventId: 'event-9' }))
      .thenRejected('CONTRADICTS_RECORD');
  });

  it('needs a reason', () => {
    given(received).when(without(correct, 'reason')).thenRejected('REASON_REQUIRED');
  });

  it('corrects a finished referral as well, but none that never should have been', () => {
    given(...histories.closed)
      .when(correct)
      .then(corrected);
    given(...histories.entered_in_error)
      .when(correct)
      .thenRejected('REFERRAL_TERMINAL');
  });

  it('is not for those who review', () => {
    given(received).when(by(correct, reviewer)).thenRejected('ROLE_NOT_PERMITTED');
  });

  it('changes what rules go by', () => {
    const referral = referralAfter(received, but(corrected, { content: { interpreterNeeded: true } }));
    expect(referral.stage !== 'none' && referral.facets.interpreter).toBe('needed');
  });
});
