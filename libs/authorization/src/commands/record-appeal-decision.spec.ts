import { describe, it } from '@jest/globals';
import { appealDecided, but, changed, decideAppeal, given, histories } from '../testing';

describe('deciding an appeal', () => {
  it('takes the refusal back, or lets it stand', () => {
    given(...histories.appeal_filed)
      .when(decideAppeal)
      .then(appealDecided);
    given(...histories.appeal_filed)
      .when(changed(decideAppeal, { outcome: 'upheld' }))
      .then(but(appealDecided, { outcome: 'upheld' }));
  });

  it('is decided once, and not otherwise', () => {
    given(...histories.overturned)
      .when(decideAppeal)
      .thenNothing();
    given(...histories.overturned)
      .when(changed(decideAppeal, { outcome: 'upheld' }))
      .thenRejected('ILLEGAL_TRANSITION');
  });

  it('needs an appeal', () =>
    given(...histories.denied)
      .when(decideAppeal)
      .thenRejected('ILLEGAL_TRANSITION'));
});
