import { describe, it } from '@jest/globals';
import { at, attended, but, changed, effective, given, histories, missed, noShow, scheduledAgain } from '../testing';

describe('recording a no-show', () => {
  it('tells that the patient did not come', () => {
    given(...histories.scheduled)
      .when(noShow)
      .then(missed);
  });

  it('tells it once', () => {
    given(...histories.visit_missed)
      .when(noShow)
      .thenNothing();
  });

  it('counts the missed visits', () => {
    const second = at(changed(noShow, { appointmentId: 'appointment-2' }), '2026-03-17T11:00:00-04:00');
    given(...histories.visit_missed, effective(scheduledAgain, '2026-03-16T12:00:00-04:00'))
      .when(second)
      .then(effective(but(missed, { appointmentId: 'appointment-2', missedCount: 2 }), second.occurredAt));
  });

  it('waits for the visit to begin', () => {
    given(...histories.scheduled)
      .when(at(noShow, '2026-03-16T09:59:59-04:00'))
      .thenRejected('VISIT_NOT_DUE');
    given(...histories.scheduled)
      .when(at(noShow, '2026-03-16T10:00:00-04:00'))
      .then(effective(missed, '2026-03-16T10:00:00-04:00'));
  });

  it('does not turn an attended visit into a missed one', () => {
    given(...histories.scheduled, attended)
      .when(noShow)
      .thenRejected('OUTCOME_ALREADY_RECORDED');
  });

  it('is refused once the referral is finished', () => {
    given(...histories.closed)
      .when(noShow)
      .thenRejected('REFERRAL_TERMINAL');
  });
});
