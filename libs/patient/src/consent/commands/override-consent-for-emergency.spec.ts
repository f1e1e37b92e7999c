import { describe, it } from '@jest/globals';
import { actorWith, by } from '@referral/eventsourcing/testing';
import { given, override, recorded, revoked, overridden } from '../testing';

describe('overriding a consent in an emergency', () => {
  it('records it', () => {
    given(recorded).when(override).then(overridden);
  });

  it('records it once', () => {
    given(recorded, overridden).when(override).thenNothing();
  });

  it('is possible although it was taken back', () => {
    given(recorded, revoked).when(override).then(overridden);
  });

  it('is for clinicians', () => {
    given(recorded)
      .when(by(override, actorWith('clerk-1', 'intake')))
      .thenRejected('ROLE_NOT_PERMITTED');
  });
});
