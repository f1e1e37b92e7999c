import { describe, it } from '@jest/globals';
import { assess, assessed, by, changed, given, histories, received, reviewer } from '../testing';

describe('recording an intake assessment', () => {
  it('files the answers', () => {
    given(received).when(assess).then(assessed);
  });

  it('files them once', () => {
    given(received, assessed).when(assess).thenNothing();
  });

  it('does not use one id for two questionnaires', () => {
    given(received, assessed)
      .when(changed(assess, { version: 2 }))
      .thenRejected('CONTRADICTS_RECORD');
  });

  it('is refused once the referral is finished', () => {
    given(...histories.closed)
      .when(assess)
      .thenRejected('REFERRAL_TERMINAL');
  });

  it('is for those who take referrals in', () => {
    given(received).when(by(assess, reviewer)).thenRejected('ROLE_NOT_PERMITTED');
  });
});
