import { describe, expect, it } from '@jest/globals';
import type { ReferralEvent } from '../events/referral-event';
import {
  authorized,
  but,
  by,
  changed,
  coordinator,
  determineNeed,
  given,
  histories,
  needDetermined,
  received,
  referralAfter,
} from '../testing';

describe('determining whether an authorization is needed', () => {
  it('says so', () => {
    given(received).when(determineNeed).then(needDetermined);
  });

  it('says so once, and otherwise when that is found out', () => {
    given(received, needDetermined).when(determineNeed).thenNothing();
    given(received, needDetermined)
      .when(changed(determineNeed, { needed: 'not_required' }))
      .then(but(needDetermined, { needed: 'not_required' }));
  });

  it('means what it says for the referral, unless an authorization is under way', () => {
    const status = (...facts: readonly ReferralEvent[]) => {
      const referral = referralAfter(...facts);
      return referral.stage !== 'none' && referral.facets.authorization;
    };
    expect(status(received, needDetermined)).toBe('required');
    expect(status(received, but(needDetermined, { needed: 'performer_must_request' }))).toBe('required');
    expect(status(received, but(needDetermined, { needed: 'conditional' }))).toBe('contact_payer');
    expect(status(received, but(needDetermined, { needed: 'satisfied' }))).toBe('approved');
    expect(status(received, but(needDetermined, { needed: 'not_required' }))).toBe('not_required');
    expect(status(received, authorized, needDetermined)).toBe('approved');
  });

  it('is refused once the referral is finished, and to coordinators', () => {
    given(...histories.closed)
      .when(determineNeed)
      .thenRejected('REFERRAL_TERMINAL');
    given(received).when(by(determineNeed, coordinator)).thenRejected('ROLE_NOT_PERMITTED');
  });
});
