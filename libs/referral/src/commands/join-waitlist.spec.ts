import { describe, it } from '@jest/globals';
import { cardiologist, changed, given, histories, joinWaitlist, waiting } from '../testing';

describe('joining a waiting list', () => {
  it('is recorded', () => {
    given(...histories.accepted)
      .when(joinWaitlist)
      .then(waiting);
  });

  it('is recorded once, at one place', () => {
    given(...histories.accepted, waiting)
      .when(joinWaitlist)
      .thenNothing();
    given(...histories.accepted, waiting)
      .when(changed(joinWaitlist, { destination: cardiologist }))
      .thenRejected('CONTRADICTS_RECORD');
  });

  it('comes after acceptance', () => {
    given(...histories.in_triage)
      .when(joinWaitlist)
      .thenRejected('ILLEGAL_TRANSITION');
  });
});
