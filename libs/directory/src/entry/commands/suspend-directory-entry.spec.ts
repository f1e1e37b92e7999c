import { describe, it } from '@jest/globals';
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
});
