import { describe, it } from '@jest/globals';
import { delayed, given, histories, recordDelay } from '../testing';

describe('the cause of a delay', () => {
  it('is recorded', () => {
    given(...histories.accepted)
      .when(recordDelay)
      .then(delayed);
  });

  it('is recorded once', () => {
    given(...histories.accepted, delayed)
      .when(recordDelay)
      .thenNothing();
  });

  it('is over with the referral', () => {
    given(...histories.closed)
      .when(recordDelay)
      .thenRejected('REFERRAL_TERMINAL');
  });
});
