import { describe, it } from '@jest/globals';
import { askEarlier, changed, earlierRequested, given, histories } from '../testing';

describe('asking for an earlier time', () => {
  it('is recorded', () => {
    given(...histories.scheduled)
      .when(askEarlier)
      .then(earlierRequested);
  });

  it('is recorded once for one reason', () => {
    given(...histories.scheduled, earlierRequested)
      .when(askEarlier)
      .thenNothing();
  });

  it('needs a visit that is booked', () => {
    given(...histories.scheduled)
      .when(changed(askEarlier, { appointmentId: 'appointment-9' }))
      .thenRejected('APPOINTMENT_NOT_FOUND');
    given(...histories.accepted)
      .when(askEarlier)
      .thenRejected('ILLEGAL_TRANSITION');
  });
});
