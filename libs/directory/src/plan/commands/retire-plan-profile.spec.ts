import { describe, it } from '@jest/globals';
import { given, retire, published, retired } from '../testing';

describe('retiring a plan profile', () => {
  it('ends it', () => {
    given(published).when(retire).then(retired);
  });

  it('ends it once', () => {
    given(published, retired).when(retire).thenNothing();
  });

  it('needs one', () => {
    given().when(retire).thenRejected('PLAN_NOT_FOUND');
  });
});
