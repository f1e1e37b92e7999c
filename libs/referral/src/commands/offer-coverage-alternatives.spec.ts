import { describe, it } from '@jest/globals';
import { alternativesOffered, by, changed, given, histories, offerAlternatives, received, reviewer } from '../testing';

describe('offering alternatives', () => {
  it('records what was offered', () => {
    given(received).when(offerAlternatives).then(alternativesOffered);
  });

  it('records it once', () => {
    given(received, alternativesOffered).when(offerAlternatives).thenNothing();
  });

  it('does not use one id for two offers', () => {
    given(received, alternativesOffered)
      .when(changed(offerAlternatives, { options: [{ kind: 'appeal', description: 'Ask the payer again' }] }))
      .thenRejected('CONTRADICTS_RECORD');
  });

  it('is refused once the referral is finished, and to those who review', () => {
    given(...histories.closed)
      .when(offerAlternatives)
      .thenRejected('REFERRAL_TERMINAL');
    given(received).when(by(offerAlternatives, reviewer)).thenRejected('ROLE_NOT_PERMITTED');
  });
});
