import { describe, it } from '@jest/globals';
import { backdated, given, held, histories, holdReleased, releaseHold } from '../testing';

describe('releasing a hold', () => {
  it('lets work go on', () => {
    given(...histories.accepted, held)
      .when(releaseHold)
      .then(holdReleased);
  });

  it('is released once, and ends with the referral', () => {
    given(...histories.accepted, held, holdReleased)
      .when(releaseHold)
      .thenNothing();
    given(...histories.accepted, held, ...histories.declined.slice(-1))
      .when(releaseHold)
      .thenNothing();
  });

  it('comes after it was placed', () => {
    given(...histories.accepted, held)
      .when(backdated(releaseHold, '2026-03-04T08:00:00-05:00'))
      .thenRejected('CHRONOLOGY_VIOLATION');
  });

  it('needs a hold', () => {
    given(...histories.accepted)
      .when(releaseHold)
      .thenRejected('HOLD_NOT_FOUND');
  });
});
