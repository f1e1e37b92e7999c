import { describe, it } from '@jest/globals';
import { actorWith, by, changed } from '@referral/eventsourcing/testing';
import { given, addEntry, added } from '../testing';

describe('adding a directory entry', () => {
  it('adds it', () => {
    given().when(addEntry).then(added);
  });

  it('adds it once', () => {
    given(added).when(addEntry).thenNothing();
  });

  it('does not add another under the same id', () => {
    given(added)
      .when(changed(addEntry, { name: 'Synthetic Lung Clinic' }))
      .thenRejected('CONTRADICTS_RECORD');
  });

  it('is a matter of configuration', () => {
    given()
      .when(by(addEntry, actorWith('reviewer-1', 'clinical_reviewer')))
      .thenRejected('ROLE_NOT_PERMITTED');
  });
});
