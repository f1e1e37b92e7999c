import { describe, it } from '@jest/globals';
import { actorWith, by } from '@referral/eventsourcing/testing';
import { given, retireEntry, added, suspended, retired } from '../testing';

describe('retiring a directory entry', () => {
  it('takes it out of use for good', () => {
    given(added).when(retireEntry).then(retired);
  });

  it('also when it was suspended', () => {
    given(added, suspended).when(retireEntry).then(retired);
  });

  it('does it once', () => {
    given(added, retired).when(retireEntry).thenNothing();
  });

  it('needs an entry', () => {
    given().when(retireEntry).thenRejected('DIRECTORY_NOT_FOUND');
  });

  it('is a matter of configuration', () => {
    given(added)
      .when(by(retireEntry, actorWith('coordinator-1', 'coordinator')))
      .thenRejected('ROLE_NOT_PERMITTED');
  });
});
