import { describe, it } from '@jest/globals';
import { given, setContact, registered, contactSet, died } from '../testing';

describe('setting how a patient is reached', () => {
  it('sets it', () => {
    given(registered).when(setContact).then(contactSet);
  });

  it('sets it once', () => {
    given(registered, contactSet).when(setContact).thenNothing();
  });

  it('comes too late after a death', () => {
    given(registered, died).when(setContact).thenRejected('PATIENT_DECEASED');
  });
});
