import { describe, it } from '@jest/globals';
import { given, revoke, recorded, revoked, expired } from '../testing';

describe('revoking a consent', () => {
  it('takes it back', () => {
    given(recorded).when(revoke).then(revoked);
  });

  it('takes it back once', () => {
    given(recorded, revoked).when(revoke).thenNothing();
  });

  it('comes too late when it has run out', () => {
    given(recorded, expired).when(revoke).thenRejected('ILLEGAL_TRANSITION');
  });
});
