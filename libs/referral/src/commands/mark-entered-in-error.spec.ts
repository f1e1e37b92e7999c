import { describe, expect, it } from '@jest/globals';
import {
  addNote,
  but,
  by,
  changed,
  complete,
  coordinator,
  documentFacts,
  enteredInError,
  everyone,
  given,
  histories,
  markInError,
  received,
  stageAfter,
  without,
} from '../testing';

describe('marking a referral as an error', () => {
  it('ends it', () => {
    given(received, complete).when(markInError).then(enteredInError);
    given(...histories.closed)
      .when(markInError)
      .then(enteredInError);
  });

  it('ends it once, and for good', () => {
    given(...histories.entered_in_error)
      .when(markInError)
      .thenNothing();
    given(...histories.entered_in_error)
      .when(addNote)
      .thenRejected('REFERRAL_TERMINAL');
  });

  it('needs a reason in words', () => {
    given(received).when(without(markInError, 'reason')).thenRejected('REASON_REQUIRED');
    given(received)
      .when(changed(markInError, { reason: { code: 'wrong_patient' } }))
      .thenRejected('COMMENT_REQUIRED');
  });

  it('is for a lead', () => {
    given(received).when(by(markInError, coordinator)).thenRejected('ROLE_NOT_PERMITTED');
  });

  it('needs the signature of a privacy officer once something was sent', () => {
    const { asked, sent } = documentFacts;
    given(received, ...asked)
      .when(markInError)
      .then(enteredInError);
    given(received, ...sent)
      .when(markInError)
      .thenRejected('CO_SIGNATURE_REQUIRED');
    given(received, ...sent)
      .when(changed(markInError, { coSignedBy: everyone.userId }))
      .thenRejected('SELF_APPROVAL');
    given(received, ...sent)
      .when(changed(markInError, { coSignedBy: 'privacy-1' }))
      .then(but(enteredInError, { coSignedBy: 'privacy-1' }));
  });

  it('leaves no visit booked', () => {
    expect(stageAfter(...histories.scheduled, enteredInError)).toBe('entered_in_error');
  });
});
