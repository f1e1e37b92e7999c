import { describe, it } from '@jest/globals';
import { without } from '@referral/eventsourcing/testing';
import { given, update, registered, updated, merged, approved, approvedToo, keyDestroyed } from '../testing';

describe('updating who a patient is', () => {
  it('tells what is otherwise', () => {
    given(registered).when(update).then(updated);
  });

  it('tells nothing where nothing is said', () => {
    given(registered)
      .when(
        without(without(without(without(without(update, 'identifiers'), 'name'), 'birthDate'), 'addresses'), 'phones'),
      )
      .thenNothing();
  });

  it('is asked of the profile that survived', () => {
    given(registered, merged).when(update).thenRejected('PATIENT_MERGED', { survivorId: 'patient-2' });
  });

  it('comes too late when the patient data is gone', () => {
    given(registered, approved, approvedToo, keyDestroyed).when(update).thenRejected('ILLEGAL_TRANSITION');
  });
});
