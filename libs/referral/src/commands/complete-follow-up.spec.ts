import { describe, it } from '@jest/globals';
import { completeFollowUp, followUpCompleted, followUpPlanned, given, histories } from '../testing';

describe('completing a follow-up', () => {
  it('is recorded', () => {
    given(...histories.report_received, followUpPlanned)
      .when(completeFollowUp)
      .then(followUpCompleted);
  });

  it('is recorded once', () => {
    given(...histories.report_received, followUpPlanned, followUpCompleted)
      .when(completeFollowUp)
      .thenNothing();
  });

  it('is possible for what came to a closed loop', () => {
    given(...histories.closed, followUpPlanned)
      .when(completeFollowUp)
      .then(followUpCompleted);
  });

  it('needs a follow-up that was planned', () => {
    given(...histories.report_received)
      .when(completeFollowUp)
      .thenRejected('FOLLOW_UP_NOT_FOUND');
  });
});
