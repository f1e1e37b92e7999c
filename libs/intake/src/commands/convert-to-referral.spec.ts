import { describe, it } from '@jest/globals';
import { but, changed, convert, converted, flagged, given, histories, referral, backdated } from '../testing';

const ofExternalId = but(flagged, { basis: 'external_id' });

describe('converting an item to a referral', () => {
  it('says which referral was made of it', () => {
    given(...histories.matched)
      .when(convert)
      .then(converted);
  });

  it('is converted once, and to one referral', () => {
    given(...histories.converted)
      .when(convert)
      .thenNothing();
    given(...histories.converted)
      .when(changed(convert, { referralId: 'referral-2' }))
      .thenRejected('ILLEGAL_TRANSITION');
  });

  it('needs to be known whom it is about, and the same of the referral', () => {
    given(...histories.needs_review)
      .when(convert)
      .thenRejected('ILLEGAL_TRANSITION');
    given(...histories.matched)
      .when(changed(convert, { referral: { ...referral, patientId: 'patient-2' } }))
      .thenRejected('PATIENT_MISMATCH');
    given(...histories.matched)
      .when(changed(convert, { referral: null }))
      .thenRejected('REFERRAL_NOT_FOUND');
  });

  it('does not make a second referral of an external id', () => {
    given(...histories.matched, ofExternalId)
      .when(convert)
      .thenRejected('DUPLICATE_EXTERNAL_ID', { referralId: 'referral-9' });
    given(...histories.matched, but(ofExternalId, { referralIds: ['referral-1'] }))
      .when(convert)
      .then(converted);
  });

  it('goes on where the same patient and service are only flagged', () => {
    given(...histories.matched, flagged)
      .when(convert)
      .then(converted);
  });

  it('does not take a referral that was made of another item', () => {
    given(...histories.matched)
      .when(changed(convert, { referral: { ...referral, intakeId: 'intake-0' } }))
      .thenRejected('CONTRADICTS_RECORD');
  });

  it('takes the referral that was made of it', () => {
    given(...histories.matched)
      .when(changed(convert, { referral: { ...referral, intakeId: convert.intakeId } }))
      .then(converted);
  });

  it('takes effect after its patient was known', () => {
    given(...histories.matched)
      .when(backdated(convert, '2026-03-02T09:19:59-05:00'))
      .thenRejected('CHRONOLOGY_VIOLATION');
  });
});
