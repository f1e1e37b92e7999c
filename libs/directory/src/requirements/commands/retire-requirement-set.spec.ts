import { describe, it } from '@jest/globals';
import { given, retire, published, retired } from '../testing';

describe('retiring a requirement set', () => {
  it('ends it', () => {
    given(published).when(retire).then(retired);
  });

  it('ends it once', () => {
    given(published, retired).when(retire).thenNothing();
  });

  it('needs one', () => {
    given().when(retire).thenRejected('REQUIREMENTS_NOT_FOUND');
  });
});
