import { describe, it } from '@jest/globals';
import { but, changed } from '@referral/eventsourcing/testing';
import { given, revokeRole, added, granted, revoked, grantRole } from '../testing';

describe('revoking a role', () => {
  it('revokes it', () => {
    given(added, granted).when(revokeRole).then(revoked);
  });

  it('does nothing where it is not held', () => {
    given(added).when(revokeRole).thenNothing();
  });

  it('needs a member of staff', () => {
    given().when(revokeRole).thenRejected('STAFF_NOT_FOUND');
  });

  it('leaves the other roles', () => {
    given(added, granted, but(granted, { role: 'lead' }), revoked)
      .when(changed(grantRole, { role: 'lead' }))
      .thenNothing();
  });
});
