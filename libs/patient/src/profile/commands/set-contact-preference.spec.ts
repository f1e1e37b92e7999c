import { describe, it, expect } from '@jest/globals';
import { ContactHours } from './set-contact-preference';
import { wrongIn } from '@referral/values/testing';
import { but, changed } from '@referral/eventsourcing/testing';
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

  it('changes it', () => {
    given(registered, contactSet)
      .when(changed(setContact, { doNotCall: true }))
      .then(but(contactSet, { doNotCall: true }));
  });

  it.each(['24:00', '9:00', '09:60', '109:00', '09:000', '0900'])('has no hour such as %s', (from) => {
    expect(wrongIn(ContactHours, { from, to: '23:59' })).toEqual(['from']);
    expect(wrongIn(ContactHours, { from: '00:00', to: from })).toEqual(['to']);
  });

  it.each(['00:00', '09:30', '19:59', '20:00', '23:59'])('has hours such as %s', (from) => {
    expect(wrongIn(ContactHours, { from, to: from })).toEqual([]);
  });
});
