import { describe, it } from '@jest/globals';
import { but, changed, given, histories, link, linked, received } from '../testing';

describe('linking a referral', () => {
  it('links it to another one', () => {
    given(received).when(link).then(linked);
  });

  it('links it once in each way', () => {
    given(received, linked).when(link).thenNothing();
    given(received, linked)
      .when(changed(link, { kind: 'prior' }))
      .then(but(linked, { kind: 'prior' }));
  });

  it('does not link it to itself', () => {
    given(received)
      .when(changed(link, { otherReferralId: received.data.referralId }))
      .thenRejected('CONTRADICTS_RECORD');
  });

  it('is refused once the referral is finished', () => {
    given(...histories.declined)
      .when(link)
      .thenRejected('REFERRAL_TERMINAL');
  });
});
