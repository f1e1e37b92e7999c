import { describe, it } from '@jest/globals';
import { at } from '@referral/eventsourcing/testing';
import { given, expire, recorded, revoked, expired } from '../testing';

describe('the end of a consent', () => {
  it('comes when it has run out', () => {
    given(recorded).when(expire).then(expired);
  });

  it('comes once', () => {
    given(recorded, expired).when(expire).thenNothing();
  });

  it('does not come early', () => {
    given(recorded)
      .when(at(expire, '2026-08-31T23:59:59.999-04:00'))
      .thenRejected('CHRONOLOGY_VIOLATION', { expiresAt: '2026-09-01T00:00:00-04:00' });
  });

  it('does not follow a revocation', () => {
    given(recorded, revoked).when(expire).thenRejected('ILLEGAL_TRANSITION');
  });
});
