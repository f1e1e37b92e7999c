import { describe, it } from '@jest/globals';
import { actorWith, by, changed } from '@referral/eventsourcing/testing';
import { given, approve, approveToo, registered, approved, approvedToo, keyDestroyed } from '../testing';

describe('approving that the key of a patient is destroyed', () => {
  it('waits for a second person', () => {
    given(registered).when(approve).then(approved);
  });

  it('counts one person once', () => {
    given(registered, approved).when(approve).thenNothing();
  });

  it('destroys it with the second approval', () => {
    given(registered, approved).when(approveToo).then(approvedToo, keyDestroyed);
  });

  it('needs the same legal basis twice', () => {
    given(registered, approved)
      .when(changed(approveToo, { legalBasis: 'retention is over' }))
      .thenRejected('CONTRADICTS_RECORD');
  });

  it('is for privacy officers', () => {
    given(registered)
      .when(by(approve, actorWith('lead-1', 'lead')))
      .thenRejected('ROLE_NOT_PERMITTED');
  });
});
