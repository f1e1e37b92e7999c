import { describe, it } from '@jest/globals';
import { given, updateEntry, added, updated, retired } from '../testing';

describe('updating a directory entry', () => {
  it('tells what is otherwise', () => {
    given(added).when(updateEntry).then(updated);
  });

  it('tells it once', () => {
    given(added, updated).when(updateEntry).thenNothing();
  });

  it('comes too late for one that was retired', () => {
    given(added, retired).when(updateEntry).thenRejected('ILLEGAL_TRANSITION');
  });
});
