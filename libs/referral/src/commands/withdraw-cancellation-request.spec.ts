import { describe, expect, it } from '@jest/globals';
import {
  cancellationRequested,
  cancellationWithdrawn,
  given,
  histories,
  stageAfter,
  withdrawCancellation,
  without,
} from '../testing';

describe('taking back a wish to cancel', () => {
  it('lets the referral go on where it was', () => {
    given(...histories.cancellation_requested)
      .when(withdrawCancellation)
      .then(cancellationWithdrawn);
    expect(stageAfter(...histories.scheduled, cancellationRequested, cancellationWithdrawn)).toBe('scheduled');
  });

  it('is taken back once', () => {
    given(...histories.cancellation_requested, cancellationWithdrawn)
      .when(withdrawCancellation)
      .thenNothing();
  });

  it('needs a reason', () => {
    given(...histories.cancellation_requested)
      .when(without(withdrawCancellation, 'reason'))
      .thenRejected('REASON_REQUIRED');
  });

  it('comes too late once it was confirmed', () => {
    given(...histories.cancelled)
      .when(withdrawCancellation)
      .thenRejected('REFERRAL_TERMINAL');
  });
});
