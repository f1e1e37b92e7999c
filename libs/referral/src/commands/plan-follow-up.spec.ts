import { describe, it } from '@jest/globals';
import { changed, followUpPlanned, given, histories, planFollowUp } from '../testing';

describe('planning a follow-up', () => {
  it('is recorded', () => {
    given(...histories.report_received)
      .when(planFollowUp)
      .then(followUpPlanned);
  });

  it('is recorded once', () => {
    given(...histories.report_received, followUpPlanned)
      .when(planFollowUp)
      .thenNothing();
    given(...histories.report_received, followUpPlanned)
      .when(changed(planFollowUp, { what: 'Something else' }))
      .thenRejected('CONTRADICTS_RECORD');
  });

  it('is over with the referral', () => {
    given(...histories.closed)
      .when(planFollowUp)
      .thenRejected('REFERRAL_TERMINAL');
  });
});
