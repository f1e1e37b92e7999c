import { describe, it } from '@jest/globals';
import { changed, given, histories, inform, informed, but } from '../testing';

describe('answering the payer', () => {
  it('sends what the payer wanted', () =>
    given(...histories.pended)
      .when(inform)
      .then(informed));

  it('sends it once, and something more under another number', () => {
    given(...histories.info_submitted)
      .when(inform)
      .thenNothing();
    given(...histories.info_submitted)
      .when(changed(inform, { traceNumber: 'trace-3' }))
      .then(but(informed, { traceNumber: 'trace-3' }));
  });

  it('answers a question only', () =>
    given(...histories.submitted)
      .when(inform)
      .thenRejected('ILLEGAL_TRANSITION'));
});
