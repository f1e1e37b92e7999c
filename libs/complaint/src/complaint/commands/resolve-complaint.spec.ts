import { describe, it } from '@jest/globals';
import { backdated, changed } from '@referral/eventsourcing/testing';
import { given, resolve, received, acknowledged, investigated, resolved } from '../testing';

describe('resolving a complaint', () => {
  it('settles it', () => {
    given(received, acknowledged, investigated).when(resolve).then(resolved);
  });

  it('settles it once', () => {
    given(received, acknowledged, resolved).when(resolve).thenNothing();
  });

  it('does not settle it in another way', () => {
    given(received, acknowledged, resolved)
      .when(changed(resolve, { outcome: 'withdrawn' }))
      .thenRejected('ILLEGAL_TRANSITION');
  });

  it('comes after the acknowledgement', () => {
    given(received).when(resolve).thenRejected('ILLEGAL_TRANSITION');
  });

  it('takes effect after what it settles', () => {
    given(received, acknowledged, investigated)
      .when(backdated(resolve, '2026-03-03T10:00:00-05:00'))
      .thenRejected('CHRONOLOGY_VIOLATION');
  });
});
