import { describe, it } from '@jest/globals';
import { RegisterPatient } from './register-patient';
import { actorWith, by, but } from '@referral/eventsourcing/testing';
import { given, register, registered } from '../testing';

describe('registering a patient', () => {
  it('registers the patient', () => {
    given().when(register).then(registered);
  });

  it('registers the patient once', () => {
    given(registered).when(register).thenNothing();
  });

  it('is not for those who see no patients', () => {
    given()
      .when(by(register, actorWith('analyst-1', 'analyst')))
      .thenRejected('ROLE_NOT_PERMITTED');
  });

  it('knows of no address, telephone or identifier that nobody told', () => {
    const { identifiers: _, addresses: __, phones: ___, ...rest } = register;
    given()
      .when(Object.assign(new RegisterPatient(), rest))
      .then(but(registered, { identifiers: [], addresses: [], phones: [] }));
  });
});
