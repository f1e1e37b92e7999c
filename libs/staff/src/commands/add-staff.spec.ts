import { describe, it } from '@jest/globals';
import { actorWith, by, changed } from '@referral/eventsourcing/testing';
import { given, addStaff, added } from '../testing';

describe('adding a member of staff', () => {
  it('adds the person', () => {
    given().when(addStaff).then(added);
  });

  it('adds the person once', () => {
    given(added).when(addStaff).thenNothing();
  });

  it.each([{ userId: 'coordinator-2' }, { team: 'night' }, { displayName: 'Synthetic Nurse' }])(
    'does not make someone else of the person: %j',
    (otherwise) => {
      given(added).when(changed(addStaff, otherwise)).thenRejected('CONTRADICTS_RECORD');
    },
  );

  it('is not for everybody', () => {
    given()
      .when(by(addStaff, actorWith('someone-1', 'coordinator')))
      .thenRejected('ROLE_NOT_PERMITTED');
  });
});
