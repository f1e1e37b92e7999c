import { describe, it } from '@jest/globals';
import { changed } from '@referral/eventsourcing/testing';
import { given, recordDeath, registered, merged, died } from '../testing';

describe('recording the death of a patient', () => {
  it('records it', () => {
    given(registered).when(recordDeath).then(died);
  });

  it('records it once', () => {
    given(registered, died).when(recordDeath).thenNothing();
  });

  it('does not record it before it happened', () => {
    given(registered)
      .when(changed(recordDeath, { at: '2026-03-04T00:00:00-05:00' }))
      .thenRejected('BACKDATE_NOT_ALLOWED');
  });

  it('is asked of the profile that survived', () => {
    given(registered, merged).when(recordDeath).thenRejected('PATIENT_MERGED', { survivorId: 'patient-2' });
  });
});
