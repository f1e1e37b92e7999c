import { describe, it } from '@jest/globals';
import { backdated, given, histories, leaveWaitlist, waiting, waitlistLeft } from '../testing';

describe('leaving a waiting list', () => {
  it('is recorded', () => {
    given(...histories.accepted, waiting)
      .when(leaveWaitlist)
      .then(waitlistLeft);
  });

  it('is true already for one who does not wait', () => {
    given(...histories.accepted, waiting, waitlistLeft)
      .when(leaveWaitlist)
      .thenNothing();
  });

  it('comes after joining', () => {
    given(...histories.accepted, waiting)
      .when(backdated(leaveWaitlist, '2026-03-04T10:00:00-05:00'))
      .thenRejected('CHRONOLOGY_VIOLATION');
  });
});
