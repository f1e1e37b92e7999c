import { describe, it } from '@jest/globals';
import { but, changed } from '@referral/eventsourcing/testing';
import { given, recordDeath, registered, merged, died } from '../testing';

describe('recording the death of a patient', () => {
  it('records it', () => {
    given(registered).when(recordDeath).then(died);
  });

  it('records it once', () => {
    given(registered, died).when(recordDeath).thenNothing();
  });

  it('does not record it before it happened', () => {
    const { occurredAt } = recordDeath;
    given(registered)
      .when(changed(recordDeath, { at: occurredAt }))
      .then(but(died, { at: occurredAt }));
    const at = '2026-03-03T09:00:00.001-05:00';
    given(registered).when(changed(recordDeath, { at })).thenRejected('BACKDATE_NOT_ALLOWED', { at });
  });

  it('is asked of the profile that survived', () => {
    given(registered, merged).when(recordDeath).thenRejected('PATIENT_MERGED', { survivorId: 'patient-2' });
  });
});
