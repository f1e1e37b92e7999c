import { describe, it } from '@jest/globals';
import { actorWith, by } from '@referral/eventsourcing/testing';
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
});
