import { describe, it } from '@jest/globals';
import { but, changed } from '@referral/eventsourcing/testing';
import { given, disputeEntry, added, disputed, retired } from '../testing';

describe('disputing a directory entry', () => {
  it('records it', () => {
    given(added).when(disputeEntry).then(disputed);
  });

  it('records it once', () => {
    given(added, disputed).when(disputeEntry).thenNothing();
  });

  it('comes too late for one that was retired', () => {
    given(added, retired).when(disputeEntry).thenRejected('ILLEGAL_TRANSITION');
  });

  it.each([{ field: 'name' }, { reporter: 'office-2' }])('records another one: %j', (otherwise) => {
    given(added, disputed).when(changed(disputeEntry, otherwise)).then(but(disputed, otherwise));
  });
});
