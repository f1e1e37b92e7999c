import { describe, expect, it } from '@jest/globals';
import {
  attended,
  by,
  cancellationRefused,
  cancellationRequested,
  coordinator,
  given,
  histories,
  informationReceived,
  refuseCancellation,
  stageAfter,
  without,
} from '../testing';

const meanwhile = [...histories.scheduled, cancellationRequested, attended];

describe('refusing a cancellation', () => {
  it('lets the referral go on where it was', () => {
    given(...histories.cancellation_requested)
      .when(refuseCancellation)
      .then(cancellationRefused);
    expect(stageAfter(...histories.cancellation_requested, cancellationRefused)).toBe('accepted');
    expect(stageAfter(...histories.awaiting_information, cancellationRequested, cancellationRefused)).toBe(
      'awaiting_information',
    );
  });

  it('goes on after what happened meanwhile', () => {
    expect(stageAfter(...meanwhile)).toBe('cancellation_requested');
    expect(stageAfter(...meanwhile, cancellationRefused)).toBe('visit_completed');
    expect(
      stageAfter(...histories.awaiting_information, cancellationRequested, informationReceived, cancellationRefused),
    ).toBe('received');
  });

  it('refuses once', () => {
    given(...histories.cancellation_requested, cancellationRefused)
      .when(refuseCancellation)
      .thenNothing();
  });

  it('needs a reason', () => {
    given(...histories.cancellation_requested)
      .when(without(refuseCancellation, 'reason'))
      .thenRejected('REASON_REQUIRED');
  });

  it('is for the receiving side', () => {
    given(...histories.cancellation_requested)
      .when(by(refuseCancellation, coordinator))
      .thenRejected('ROLE_NOT_PERMITTED');
  });
});
