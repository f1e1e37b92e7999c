import { describe, it } from '@jest/globals';
import { changed } from '@referral/eventsourcing/testing';
import { given, publishNext, published, nextPublished, retired } from '../testing';

describe('changing a requirement set', () => {
  it('publishes the next version', () => {
    given(published).when(publishNext).then(nextPublished);
  });

  it('publishes it once', () => {
    given(published, nextPublished).when(publishNext).thenNothing();
  });

  it('does not reach into the past', () => {
    given(published)
      .when(changed(publishNext, { effectiveFrom: '2026-03-01T00:00:00Z' }))
      .thenRejected('POLICY_IMMUTABLE');
  });

  it('comes too late when it was retired', () => {
    given(published, retired).when(publishNext).thenRejected('ILLEGAL_TRANSITION');
  });

  it('was published before it was retired', () => {
    given(published, nextPublished, retired).when(publishNext).thenNothing();
  });
});
