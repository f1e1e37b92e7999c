import { describe, it } from '@jest/globals';
import { attach, by, changed, documentFacts, given, histories, received, reviewer } from '../testing';

const { attached } = documentFacts;

describe('attaching a document', () => {
  it('attaches it', () => {
    given(received).when(attach).then(attached);
  });

  it('attaches it once', () => {
    given(received, attached).when(attach).thenNothing();
  });

  it('does not use one id for two documents', () => {
    const document = { ...attached.data.document, sha256: 'c'.repeat(64) };
    given(received, attached).when(changed(attach, { document })).thenRejected('CONTRADICTS_RECORD');
  });

  it('attaches none that names another patient', () => {
    given(received)
      .when(changed(attach, { patientId: 'patient-1' }))
      .then(attached);
    given(received)
      .when(changed(attach, { patientId: 'patient-2' }))
      .thenRejected('PATIENT_MISMATCH');
  });

  it('attaches to a draft and to a finished referral as well', () => {
    given(...histories.draft)
      .when(attach)
      .then(attached);
    given(...histories.closed)
      .when(attach)
      .then(attached);
    given(...histories.entered_in_error)
      .when(attach)
      .thenRejected('REFERRAL_TERMINAL');
  });

  it('is not for those who review', () => {
    given(received).when(by(attach, reviewer)).thenRejected('ROLE_NOT_PERMITTED');
  });
});
