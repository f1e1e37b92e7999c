import { describe, it } from '@jest/globals';
import { actorWith, by } from '@referral/eventsourcing/testing';
import { given, grantRole, added, granted, revoked } from '../testing';

describe('granting a role', () => {
  it('grants it', () => {
    given(added).when(grantRole).then(granted);
  });

  it('grants it once', () => {
    given(added, granted).when(grantRole).thenNothing();
  });

  it('grants it again after it was revoked', () => {
    given(added, granted, revoked).when(grantRole).then(granted);
  });

  it('is for administrators', () => {
    given(added)
      .when(by(grantRole, actorWith('someone-1', 'lead')))
      .thenRejected('ROLE_NOT_PERMITTED');
  });
});
