import { describe, it } from '@jest/globals';
import { but, changed } from '@referral/eventsourcing/testing';
import { given, suspendEntry, added, suspended, retired } from '../testing';

describe('suspending a directory entry', () => {
  it('takes it out of use', () => {
    given(added).when(suspendEntry).then(suspended);
  });

  it('does it once', () => {
    given(added, suspended).when(suspendEntry).thenNothing();
  });

  it('comes too late for one that was retired', () => {
    given(added, retired).when(suspendEntry).thenRejected('ILLEGAL_TRANSITION');
  });

  it('may tell until when', () => {
    const expectedUntil = '2026-04-01';
    given(added).when(changed(suspendEntry, { expectedUntil })).then(but(suspended, { expectedUntil }));
  });
});
