import { describe, it } from '@jest/globals';
import { changed } from '@referral/eventsourcing/testing';
import { given, merge, registered, merged } from '../testing';

describe('merging a patient', () => {
  it('leads to the profile that survives', () => {
    given(registered).when(merge).then(merged);
  });

  it('merges once', () => {
    given(registered, merged).when(merge).thenNothing();
  });

  it('does not merge with yet another', () => {
    given(registered, merged)
      .when(changed(merge, { survivorId: 'patient-3' }))
      .thenRejected('PATIENT_MERGED', { survivorId: 'patient-2' });
  });

  it('does not merge a profile with itself', () => {
    given(registered)
      .when(changed(merge, { survivorId: 'patient-1' }))
      .thenRejected('ILLEGAL_TRANSITION', { survivorId: 'patient-1' });
  });
});
