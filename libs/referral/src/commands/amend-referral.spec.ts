import { describe, expect, it } from '@jest/globals';
import type { ReferralEvent } from '../events/referral-event';
import { amend, amended, changed, given, histories, received, referralAfter, triageStarted, without } from '../testing';

describe('amending a referral', () => {
  it('changes what it says', () => {
    given(received).when(amend).then(amended);
  });

  it('changes it once', () => {
    given(received, amended).when(amend).thenNothing();
  });

  it('does not use one id for two amendments', () => {
    given(received, amended)
      .when(changed(amend, { changes: [{ field: 'diagnoses', new: 'I47.1' }] }))
      .thenRejected('CONTRADICTS_RECORD');
  });

  it('needs a reason', () => {
    given(received).when(without(amend, 'reason')).thenRejected('REASON_REQUIRED');
    given(received)
      .when(changed(amend, { reason: { code: 'other' } }))
      .thenRejected('COMMENT_REQUIRED');
  });

  it('is refused once the referral is finished', () => {
    given(...histories.closed)
      .when(amend)
      .thenRejected('REFERRAL_TERMINAL');
  });

  it('changes what rules go by', () => {
    const referral = referralAfter(received, amended);
    expect(referral.stage !== 'none' && referral.registration.visitsRequested).toBe(2);
  });

  it('asks for a new review until somebody reviews', () => {
    const needsReview = (...facts: readonly ReferralEvent[]) => {
      const referral = referralAfter(...facts);
      return referral.stage !== 'none' && referral.facets.retriageNeeded;
    };
    expect(needsReview(received, amended)).toBe(true);
    expect(needsReview(received, amended, triageStarted)).toBe(false);
  });
});
