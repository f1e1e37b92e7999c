import { describe, it } from '@jest/globals';
import { called, changed, escalate, escalated, given, received, rejected, without } from '../testing';

describe('escalating a call to a clinician', () => {
  it('asks a clinician to take over', () => {
    given(called).when(escalate).then(escalated);
  });

  it('asks each clinician once', () => {
    given(called, escalated).when(escalate).thenNothing();
    given(called, escalated)
      .when(changed(escalate, { clinicianId: 'clinician-2' }))
      .then({ ...escalated, data: { ...escalated.data, clinicianId: 'clinician-2' } });
  });

  it('is for calls, and for open ones', () => {
    given(received).when(escalate).thenRejected('ILLEGAL_TRANSITION');
    given(called, rejected).when(escalate).thenRejected('ILLEGAL_TRANSITION');
  });

  it('says why, in words where the code does not say enough', () => {
    given(called).when(without(escalate, 'reason')).thenRejected('REASON_REQUIRED');
    given(called)
      .when(changed(escalate, { reason: { code: 'other' } }))
      .thenRejected('COMMENT_REQUIRED');
  });

  it('asks again where the call is handed over otherwise', () => {
    given(called, escalated)
      .when(changed(escalate, { warmTransfer: false }))
      .then({ ...escalated, data: { ...escalated.data, warmTransfer: false } });
  });
});
