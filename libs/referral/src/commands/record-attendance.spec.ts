import { describe, it } from '@jest/globals';
import {
  at,
  attend,
  attended,
  backdated,
  changed,
  effective,
  given,
  histories,
  lead,
  by,
  scheduledAgain,
  without,
} from '../testing';

describe('recording attendance', () => {
  it('tells that the patient was seen', () => {
    given(...histories.scheduled)
      .when(attend)
      .then(attended);
  });

  it('tells it once', () => {
    given(...histories.visit_completed)
      .when(attend)
      .thenNothing();
  });

  it('means the one active appointment when none is named', () => {
    given(...histories.scheduled)
      .when(without(attend, 'appointmentId'))
      .then(attended);
  });

  it('has to name the appointment when two are active', () => {
    given(...histories.scheduled, scheduledAgain)
      .when(without(attend, 'appointmentId'))
      .thenRejected('APPOINTMENT_NOT_FOUND');
  });

  it('lets a patient arrive an hour early and no earlier', () => {
    const early = '2026-03-16T09:00:00-04:00';
    given(...histories.scheduled)
      .when(at(attend, early))
      .then(effective(attended, early));
    given(...histories.scheduled)
      .when(at(attend, '2026-03-16T08:59:59-04:00'))
      .thenRejected('VISIT_NOT_DUE');
  });

  it('does not turn a missed visit into an attended one', () => {
    given(...histories.visit_missed)
      .when(attend)
      .thenRejected('OUTCOME_ALREADY_RECORDED', { outcome: 'missed' });
  });

  it('does not date attendance back before the visit was booked', () => {
    const bookedLate = histories.scheduled.map((event) =>
      event.type === 'AppointmentScheduled' ? effective(event, '2026-03-16T10:30:00-04:00') : event,
    );
    const late = at(attend, '2026-03-16T12:00:00-04:00');
    const backThen = backdated(late, '2026-03-16T10:00:00-04:00');
    given(...bookedLate)
      .when(backThen)
      .thenRejected('CHRONOLOGY_VIOLATION');
    given(...bookedLate)
      .when(changed(backThen, { lateEntry: true }))
      .then({ ...attended, data: { ...attended.data, lateEntry: true } });
  });

  it('is dated back by up to 72 hours, by a lead further', () => {
    const fourDaysLater = backdated(at(attend, '2026-03-20T10:00:01-04:00'), attended.occurredAt);
    given(...histories.scheduled)
      .when(by(fourDaysLater, lead))
      .then(attended);
    const coordinator = { ...lead, roles: ['coordinator'] };
    given(...histories.scheduled)
      .when(by(fourDaysLater, coordinator))
      .thenRejected('BACKDATE_NOT_ALLOWED');
    given(...histories.scheduled)
      .when(by(backdated(at(attend, '2026-03-19T10:00:00-04:00'), attended.occurredAt), coordinator))
      .then(attended);
  });

  it('has nothing to tell before anything is booked', () => {
    given(...histories.accepted)
      .when(attend)
      .thenRejected('ILLEGAL_TRANSITION');
    given(...histories.accepted)
      .when(without(attend, 'appointmentId'))
      .thenRejected('ILLEGAL_TRANSITION');
  });
});
