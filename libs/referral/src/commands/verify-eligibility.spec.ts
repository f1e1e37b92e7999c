import { describe, it } from '@jest/globals';
import { auditor, but, by, changed, coordinator, eligible, given, histories, received, verify } from '../testing';

describe('verifying eligibility', () => {
  it("files the payer's answer", () => {
    given(received).when(verify).then(eligible);
  });

  it('files the same answer once', () => {
    given(received, eligible).when(verify).thenNothing();
  });

  it('files a newer answer', () => {
    given(received, eligible)
      .when(changed(verify, { outcome: 'inactive', sourceRef: '271-0002' }))
      .then(but(eligible, { outcome: 'inactive', sourceRef: '271-0002' }));
  });

  it('is refused once the referral is finished', () => {
    given(...histories.declined)
      .when(verify)
      .thenRejected('REFERRAL_TERMINAL');
  });

  it('is for those who deal with payers', () => {
    given(received).when(by(verify, coordinator)).thenRejected('ROLE_NOT_PERMITTED');
    given(received).when(by(verify, auditor)).thenRejected('READ_ONLY_ROLE');
  });
});
