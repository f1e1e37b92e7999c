import { describe, it } from '@jest/globals';
import {
  at,
  attended,
  but,
  cancel,
  cancelled,
  changed,
  effective,
  given,
  histories,
  scheduledAgain,
  without,
} from '../testing';

describe('cancelling an appointment', () => {
  it('cancels it and tells how much notice there was', () => {
    given(...histories.scheduled)
      .when(cancel)
      .then(cancelled);
  });

  it('cancels it once', () => {
    given(...histories.visit_cancelled)
      .when(cancel)
      .thenNothing();
  });

  it('does not let another side cancel it again', () => {
    given(...histories.visit_cancelled)
      .when(changed(cancel, { initiatedBy: 'provider' }))
      .thenRejected('OUTCOME_ALREADY_RECORDED');
  });

  it('is late with less than 24 hours of notice', () => {
    const expected = (occurredAt: string, noticeHours: number, late: boolean) =>
      effective(but(cancelled, { noticeHours, late }), occurredAt);
    const cancelAt = (moment: string) => given(...histories.scheduled).when(at(cancel, moment));
    cancelAt('2026-03-15T10:00:00-04:00').then(expected('2026-03-15T10:00:00-04:00', 24, false));
    cancelAt('2026-03-15T10:30:00-04:00').then(expected('2026-03-15T10:30:00-04:00', 23.5, true));
    cancelAt('2026-03-16T10:15:00-04:00').then(expected('2026-03-16T10:15:00-04:00', -0.25, true));
  });

  it('needs a reason', () => {
    given(...histories.scheduled)
      .when(without(cancel, 'reason'))
      .thenRejected('REASON_REQUIRED');
  });

  it('does not cancel a visit that took place', () => {
    given(...histories.scheduled, attended)
      .when(cancel)
      .thenRejected('OUTCOME_ALREADY_RECORDED', {
        outcome: 'attended',
      });
  });

  it('cancels what is still booked after another visit took place', () => {
    given(...histories.scheduled, scheduledAgain, attended)
      .when(at(changed(cancel, { appointmentId: 'appointment-2' }), '2026-03-16T12:00:00-04:00'))
      .then(
        effective(
          but(cancelled, { appointmentId: 'appointment-2', noticeHours: 22, late: true }),
          '2026-03-16T12:00:00-04:00',
        ),
      );
  });

  it('has nothing to cancel before anything is booked', () => {
    given(...histories.accepted)
      .when(cancel)
      .thenRejected('ILLEGAL_TRANSITION');
  });
});
