import { describe, it } from '@jest/globals';
import { but, changed, given, held, histories, holdReleased, placeHold, schedule, scheduled } from '../testing';

const notReady = but(held, { reason: 'clinical_not_ready', pausesClocks: [] });

describe('placing a hold', () => {
  it('pauses the clocks that its reason may pause', () => {
    given(...histories.accepted)
      .when(placeHold)
      .then(held);
  });

  it('is placed once', () => {
    given(...histories.accepted, held)
      .when(placeHold)
      .thenNothing();
    given(...histories.accepted, held)
      .when(changed(placeHold, { pausesClocks: [] }))
      .thenRejected('CONTRADICTS_RECORD');
  });

  it('pauses no other clock', () => {
    given(...histories.accepted)
      .when(changed(placeHold, { pausesClocks: ['K8', 'K11'] }))
      .thenRejected('CLOCK_NOT_PAUSABLE', { clocks: ['K11'] });
  });

  it('is one for one reason', () => {
    given(...histories.accepted, held)
      .when(changed(placeHold, { holdId: 'hold-2' }))
      .thenRejected('HOLD_ALREADY_OPEN');
    given(...histories.accepted, held, holdReleased)
      .when(changed(placeHold, { holdId: 'hold-2' }))
      .then(but(held, { holdId: 'hold-2' }));
  });

  it('needs words of its own for some reasons', () => {
    given(...histories.accepted)
      .when(changed(placeHold, { reason: 'legal', pausesClocks: [] }))
      .thenRejected('COMMENT_REQUIRED');
  });

  it('keeps a visit from being booked when the patient is not ready', () => {
    given(...histories.accepted, held)
      .when(schedule)
      .then(scheduled);
    given(...histories.accepted, notReady)
      .when(schedule)
      .thenRejected('HOLD_BLOCKS_BOOKING');
  });
});
