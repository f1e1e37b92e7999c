import { describe, it } from '@jest/globals';
import { attach, attached, changed, given, histories, referral, backdated } from '../testing';

describe('attaching an item to a referral', () => {
  it('files it under a referral that existed', () => {
    given(...histories.matched)
      .when(attach)
      .then(attached);
  });

  it('is filed once, and as one thing', () => {
    given(...histories.attached)
      .when(attach)
      .thenNothing();
    given(...histories.attached)
      .when(changed(attach, { as: 'payer_response' }))
      .thenRejected('ILLEGAL_TRANSITION');
  });

  it('is not filed under the referral of another patient, nor before its own is known', () => {
    given(...histories.matched)
      .when(changed(attach, { referral: { ...referral, patientId: 'patient-2' } }))
      .thenRejected('PATIENT_MISMATCH');
    given(...histories.matched)
      .when(changed(attach, { referral: null }))
      .thenRejected('REFERRAL_NOT_FOUND');
    given(...histories.matching)
      .when(attach)
      .thenRejected('ILLEGAL_TRANSITION');
  });

  it('is filed under one referral', () => {
    given(...histories.attached)
      .when(changed(attach, { referralId: 'referral-2' }))
      .thenRejected('ILLEGAL_TRANSITION');
  });

  it('takes effect after its patient was known', () => {
    given(...histories.matched)
      .when(backdated(attach, '2026-03-02T09:19:59-05:00'))
      .thenRejected('CHRONOLOGY_VIOLATION');
  });
});
