import { describe, it } from '@jest/globals';
import { given, setCapacity, added, capacitySet } from '../testing';

describe('setting the capacity of a member of staff', () => {
  it('sets it', () => {
    given(added).when(setCapacity).then(capacitySet);
  });

  it('sets it once', () => {
    given(added, capacitySet).when(setCapacity).thenNothing();
  });

  it('needs a member of staff', () => {
    given().when(setCapacity).thenRejected('STAFF_NOT_FOUND');
  });
});
