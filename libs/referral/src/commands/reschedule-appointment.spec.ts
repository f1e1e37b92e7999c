import { describe, it } from '@jest/globals';
import {
  attended,
  backdated,
  but,
  cancelled,
  changed,
  eligible,
  given,
  histories,
  reschedule,
  rescheduled,
  scheduled,
  scheduledAgain,
} from '../testing';

describe('rescheduling an appointment', () => {
  it('moves it', () => {
    given(...histories.scheduled)
      .when(reschedule)
      .then(rescheduled);
  });

  it('moves it once', () => {
    given(...histories.scheduled, rescheduled)
      .when(reschedule)
      .thenNothing();
  });

  it('keeps the length of the visit when only a start is given', () => {
    given(...histories.scheduled)
      .when(changed(reschedule, { to: { start: '2026-03-18T14:00:00-04:00' } }))
      .then(but(rescheduled, { to: { start: '2026-03-18T14:00:00-04:00', end: '2026-03-18T18:30:00.000Z' } }));
  });

  it('does not move a visit that has an outcome', () => {
    given(...histories.scheduled, attended)
      .when(reschedule)
      .thenRejected('OUTCOME_ALREADY_RECORDED');
    given(...histories.scheduled, cancelled)
      .when(reschedule)
      .thenRejected('OUTCOME_ALREADY_RECORDED');
  });

  it('does not move a visit that nobody booked', () => {
    given(...histories.scheduled)
      .when(changed(reschedule, { appointmentId: 'appointment-9' }))
      .thenRejected('APPOINTMENT_NOT_FOUND');
  });

  it('asks the gates again for the new date', () => {
    const to = (start: string) => changed(reschedule, { to: { start } });
    given(...histories.scheduled)
      .when(to('2026-04-10T10:00:00-04:00'))
      .thenRejected('ELIGIBILITY_STALE');
    const valid = but(eligible, { asOfDate: '2026-06-30', validThrough: '2026-12-31' });
    given(...histories.scheduled, valid)
      .when(to('2026-07-01T10:00:00-04:00'))
      .thenRejected('OUTSIDE_VALIDITY');
  });

  it('lets the overrides of the booking hold on', () => {
    const overrides = [{ gate: 'eligibility', approvedBy: 'lead-1', reason: { code: 'clinical_need' } }] as const;
    const to = { start: '2026-04-10T10:00:00-04:00', end: '2026-04-10T10:30:00-04:00' };
    given(...histories.accepted, but(scheduled, { overrides }))
      .when(changed(reschedule, { to }))
      .then(but(rescheduled, { to }));
  });

  it('does not move a visit onto another', () => {
    given(...histories.scheduled, scheduledAgain)
      .when(changed(reschedule, { to: { start: '2026-03-17T10:15:00-04:00', end: '2026-03-17T10:45:00-04:00' } }))
      .thenRejected('APPOINTMENT_OVERLAP');
  });

  it('does not move a visit before it was booked', () => {
    given(...histories.scheduled)
      .when(backdated(reschedule, '2026-03-03T08:59:00-05:00'))
      .thenRejected('CHRONOLOGY_VIOLATION');
  });
});
