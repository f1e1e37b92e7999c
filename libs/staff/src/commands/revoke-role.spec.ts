import { describe, it } from '@jest/globals';
import { given, revokeRole, added, granted, revoked } from '../testing';

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
});
