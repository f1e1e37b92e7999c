import { describe, it } from '@jest/globals';
import { given, addSkill, added, skilled } from '../testing';

describe('adding a skill', () => {
  it('adds it', () => {
    given(added).when(addSkill).then(skilled);
  });

  it('adds it once', () => {
    given(added, skilled).when(addSkill).thenNothing();
  });

  it('needs a member of staff', () => {
    given().when(addSkill).thenRejected('STAFF_NOT_FOUND');
  });
});
