import { describe, expect, it } from '@jest/globals';
import type { ReferralEvent } from '../events/referral-event';
import {
  askPayer,
  but,
  by,
  changed,
  checkRequested,
  eligible,
  given,
  histories,
  received,
  referralAfter,
  reviewer,
} from '../testing';

describe('asking a payer', () => {
  it('asks it', () => {
    given(received).when(askPayer).then(checkRequested);
  });

  it('asks it once under one trace', () => {
    given(received, checkRequested).when(askPayer).thenNothing();
    given(received, checkRequested)
      .when(changed(askPayer, { coverageId: 'coverage-2' }))
      .thenRejected('CONTRADICTS_RECORD');
  });

  it('is pending until the payer answers, and hides no answer', () => {
    const status = (...facts: readonly ReferralEvent[]) => {
      const referral = referralAfter(...facts);
      return referral.stage !== 'none' && referral.facets.eligibility.status;
    };
    expect(status(received, checkRequested)).toBe('pending');
    expect(status(received, but(eligible, { outcome: 'unable' }), checkRequested)).toBe('pending');
    expect(status(received, eligible, checkRequested)).toBe('active');
    expect(status(received, checkRequested, eligible)).toBe('active');
  });

  it('is refused once the referral is finished', () => {
    given(...histories.closed)
      .when(askPayer)
      .thenRejected('REFERRAL_TERMINAL');
  });

  it('is not for those who review', () => {
    given(received).when(by(askPayer, reviewer)).thenRejected('ROLE_NOT_PERMITTED');
  });
});
