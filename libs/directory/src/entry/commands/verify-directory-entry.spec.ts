import { describe, it } from '@jest/globals';
import { changed, backdated, but } from '@referral/eventsourcing/testing';
import { given, verifyEntry, disputeEntry, added, verified, disputed, retired } from '../testing';

describe('verifying a directory entry', () => {
  it('records it', () => {
    given(added).when(verifyEntry).then(verified);
  });

  it('records it once', () => {
    given(added, verified).when(verifyEntry).thenNothing();
  });

  it('settles what was disputed, so that it can be disputed again', () => {
    given(added, disputed, verified).when(disputeEntry).then(disputed);
  });

  it('is due again later and not before', () => {
    given(added)
      .when(changed(verifyEntry, { nextDueAt: '2026-03-03T09:00:00-05:00' }))
      .thenRejected('CHRONOLOGY_VIOLATION');
  });

  it('comes too late for one that was retired', () => {
    given(added, retired).when(verifyEntry).thenRejected('ILLEGAL_TRANSITION');
  });

  it('can set another time when it is due again', () => {
    const later = { nextDueAt: '2026-10-03T09:00:00-04:00' };
    given(added, verified).when(changed(verifyEntry, later)).then(but(verified, later));
  });

  it('does not precede the verification before it', () => {
    given(added, verified)
      .when(backdated(verifyEntry, '2026-03-03T08:59:59-05:00'))
      .thenRejected('CHRONOLOGY_VIOLATION');
  });
});
