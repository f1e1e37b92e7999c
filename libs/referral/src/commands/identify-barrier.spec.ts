import { describe, it } from '@jest/globals';
import {
  barrierIdentified,
  barrierResolved,
  but,
  changed,
  given,
  histories,
  identifyBarrier,
  schedule,
  scheduled,
} from '../testing';

describe('naming a barrier', () => {
  it('is recorded', () => {
    given(...histories.accepted)
      .when(identifyBarrier)
      .then(barrierIdentified);
  });

  it('is recorded once', () => {
    given(...histories.accepted, barrierIdentified)
      .when(identifyBarrier)
      .thenNothing();
    given(...histories.accepted, barrierIdentified)
      .when(changed(identifyBarrier, { type: 'language' }))
      .thenRejected('CONTRADICTS_RECORD');
  });

  it('keeps a visit from being booked when it says so', () => {
    given(...histories.accepted, but(barrierIdentified, { blocksScheduling: true }))
      .when(schedule)
      .thenRejected('HOLD_BLOCKS_BOOKING');
    given(...histories.accepted, but(barrierIdentified, { blocksScheduling: true }), barrierResolved)
      .when(schedule)
      .then(scheduled);
  });

  it('is over with the referral', () => {
    given(...histories.closed)
      .when(identifyBarrier)
      .thenRejected('REFERRAL_TERMINAL');
  });
});
