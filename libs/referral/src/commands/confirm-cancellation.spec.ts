import { describe, it } from '@jest/globals';
import {
  at,
  attended,
  but,
  cancellationRequested,
  cancelled,
  changed,
  confirmCancellation,
  effective,
  given,
  histories,
  referralCancelled,
  reopen,
  reopened,
} from '../testing';

const cancelledWithIt = effective(
  but(cancelled, { initiatedBy: 'system', reason: { code: 'no_longer_required' }, noticeHours: 264 }),
  '2026-03-05T09:00:00-05:00',
);
const whole = [...histories.scheduled, cancellationRequested];
const back = changed(reopen, { toStage: 'accepted' });

describe('confirming a cancellation', () => {
  it('withdraws the referral', () => {
    given(...histories.cancellation_requested)
      .when(confirmCancellation)
      .then(referralCancelled);
  });

  it('cancels every visit to come in the same batch', () => {
    given(...whole)
      .when(confirmCancellation)
      .then(cancelledWithIt, but(referralCancelled, { appointmentsCancelled: ['appointment-1'] }));
  });

  it('does not pass over a visit that has begun', () => {
    given(...whole)
      .when(at(confirmCancellation, '2026-03-16T12:00:00-04:00'))
      .thenRejected('APPOINTMENTS_STILL_ACTIVE', { appointments: ['appointment-1'] });
    given(...whole, attended)
      .when(at(confirmCancellation, '2026-03-16T12:00:00-04:00'))
      .then(effective(referralCancelled, '2026-03-16T12:00:00-04:00'));
  });

  it('is confirmed once', () => {
    given(...histories.cancelled)
      .when(confirmCancellation)
      .thenNothing();
  });

  it('needs a wish to cancel', () => {
    given(...histories.accepted)
      .when(confirmCancellation)
      .thenRejected('ILLEGAL_TRANSITION');
  });

  it('is undone by a lead within 30 days', () => {
    given(...histories.cancelled)
      .when(back)
      .then(but(reopened, { toStage: 'accepted' }));
    given(...histories.cancelled)
      .when(at(back, '2026-04-05T09:00:00-04:00'))
      .thenRejected('REFERRAL_TERMINAL');
  });
});
