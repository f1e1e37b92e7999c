import { describe, it } from '@jest/globals';
import { changed, given, histories, opened, pend, pended, but } from '../testing';

describe('recording what the payer still wants', () => {
  it('says what the payer wants, and until when', () =>
    given(...histories.submitted)
      .when(pend)
      .then(pended));

  it('says it once, and another question beside it', () => {
    given(...histories.pended)
      .when(pend)
      .thenNothing();
    given(...histories.pended)
      .when(changed(pend, { payerReference: 'payer-78' }))
      .then(but(pended, { payerReference: 'payer-78' }));
  });

  it('does not come before the payer has anything', () => given(opened).when(pend).thenRejected('NO_SUBMISSION'));

  it('does not come after the decision', () =>
    given(...histories.denied)
      .when(pend)
      .thenRejected('ILLEGAL_TRANSITION'));
});
