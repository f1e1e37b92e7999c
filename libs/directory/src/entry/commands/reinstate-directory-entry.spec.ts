import { describe, it } from '@jest/globals';
import { given, reinstateEntry, added, suspended, reinstated, retired } from '../testing';

describe('reinstating a directory entry', () => {
  it('puts it back into use', () => {
    given(added, suspended).when(reinstateEntry).then(reinstated);
  });

  it('does nothing while it is in use', () => {
    given(added, suspended, reinstated).when(reinstateEntry).thenNothing();
  });

  it('does not bring back one that was retired', () => {
    given(added, retired).when(reinstateEntry).thenRejected('ILLEGAL_TRANSITION');
  });
});
