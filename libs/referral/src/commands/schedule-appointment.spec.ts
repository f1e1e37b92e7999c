import { describe, it } from '@jest/globals';
import {
  actor,
  accepted,
  at,
  attended,
  backdated,
  but,
  by,
  cancelled,
  changed,
  complete,
  effective,
  eligible,
  everyone,
  given,
  histories,
  itemVerified,
  itemWaived,
  missed,
  received,
  rescheduled,
  schedule,
  scheduled,
  scheduledAgain,
  triageStarted,
  urgencyAssigned,
} from '../testing';

const acceptedOnly = [received, complete, triageStarted, urgencyAssigned, accepted];
const approved = (gate: 'documents' | 'eligibility' | 'coverage' | 'authorization' | 'AUTHORIZATION_NOT_IN_FORCE') => ({
  overrides: [{ gate, approvedBy: 'lead-1', reason: { code: 'clinical_need' } }],
});
const again = changed(schedule, {
  appointmentId: 'appointment-2',
  start: scheduledAgain.data.start,
  end: scheduledAgain.data.end,
});

describe('scheduling an appointment', () => {
  it('books a visit', () => {
    given(...histories.accepted)
      .when(schedule)
      .then(scheduled);
  });

  it('books it once', () => {
    given(...histories.scheduled)
      .when(schedule)
      .thenNothing();
  });

  it('does not use one id for two visits', () => {
    given(...histories.scheduled)
      .when(changed(schedule, { start: again.start, end: again.end }))
      .thenRejected('CONTRADICTS_RECORD');
    given(...histories.scheduled, cancelled)
      .when(schedule)
      .thenRejected('CONTRADICTS_RECORD');
    given(...histories.scheduled, rescheduled)
      .when(schedule)
      .thenRejected('CONTRADICTS_RECORD');
  });

  it('comes after acceptance', () => {
    given(...histories.in_triage, eligible)
      .when(schedule)
      .thenRejected('ILLEGAL_TRANSITION');
  });

  it('books a second visit beside the first', () => {
    given(...histories.scheduled)
      .when(at(again, '2026-03-03T09:05:00-05:00'))
      .then(but(scheduledAgain, { visitType: 'initial' }));
  });

  it('books no visit that overlaps another', () => {
    given(...histories.scheduled)
      .when(changed(again, { start: '2026-03-16T10:29:00-04:00', end: '2026-03-16T11:00:00-04:00' }))
      .thenRejected('APPOINTMENT_OVERLAP', { appointmentId: 'appointment-1' });
  });

  it('books a visit that begins when another ends', () => {
    const times = { start: '2026-03-16T10:30:00-04:00', end: '2026-03-16T11:00:00-04:00' };
    given(...histories.scheduled)
      .when(changed(again, times))
      .then(but(scheduled, { ...times, appointmentId: 'appointment-2' }));
  });

  it('needs the items of a named checklist to be verified or waived, also when triage began without them', () => {
    const requirementSet = { requirementSetId: 'cardiology', requirementSetVersion: 4 };
    const heldTo = but(received, { presentItems: ['lab'], requirementSet });
    const ready = [heldTo, ...histories.accepted.slice(1)];
    given(...ready)
      .when(schedule)
      .thenRejected('INCOMPLETE_REFERRAL', { gates: ['documents'] });
    given(...ready, itemVerified)
      .when(schedule)
      .then(scheduled);
    given(...ready, itemWaived)
      .when(schedule)
      .then(scheduled);
    given(...ready)
      .when(changed(schedule, approved('documents')))
      .then(but(scheduled, approved('documents')));
  });

  it('needs eligibility to be verified', () => {
    given(...acceptedOnly)
      .when(schedule)
      .thenRejected('ELIGIBILITY_STALE', { gates: ['eligibility', 'authorization'] });
    given(...acceptedOnly, but(eligible, { outcome: 'unable' }))
      .when(schedule)
      .thenRejected('ELIGIBILITY_STALE');
  });

  it('needs an answer that is at most 30 days from the visit', () => {
    const on = (start: string) => changed(schedule, { start, end: start.replace('T10:00', 'T10:30') });
    const lasting = [...acceptedOnly, but(eligible, { validThrough: '2026-12-31' })];
    given(...lasting)
      .when(on('2026-04-01T10:00:00-04:00'))
      .then(but(scheduled, { start: '2026-04-01T10:00:00-04:00', end: '2026-04-01T10:30:00-04:00' }));
    given(...lasting)
      .when(on('2026-04-02T10:00:00-04:00'))
      .thenRejected('ELIGIBILITY_STALE');
  });

  it('needs an answer that reaches the date of the visit', () => {
    given(...acceptedOnly, but(eligible, { validThrough: '2026-03-15' }))
      .when(schedule)
      .thenRejected('ELIGIBILITY_STALE');
  });

  it('needs a new answer from the 1st of the month of the visit on', () => {
    const old = but(eligible, { asOfDate: '2026-02-25', validThrough: '2026-12-31' });
    given(...acceptedOnly, old)
      .when(schedule)
      .thenRejected('ELIGIBILITY_STALE');
    const nextMonth = changed(schedule, { start: '2026-04-01T10:00:00-04:00', end: '2026-04-01T10:30:00-04:00' });
    given(...acceptedOnly, but(old, { asOfDate: '2026-03-02' }))
      .when(at(nextMonth, '2026-03-31T23:59:00-04:00'))
      .then({
        ...but(scheduled, { start: nextMonth.start, end: nextMonth.end }),
        occurredAt: '2026-03-31T23:59:00-04:00',
      });
    given(...acceptedOnly, but(old, { asOfDate: '2026-03-02' }))
      .when(at(nextMonth, '2026-04-01T00:00:00-04:00'))
      .thenRejected('ELIGIBILITY_STALE');
  });

  it("needs the patient's decision when nothing covers the visit", () => {
    const none = [...acceptedOnly, but(eligible, { serviceCovered: false })];
    given(...none)
      .when(schedule)
      .thenRejected('COVERAGE_DECISION_REQUIRED');
    given(...acceptedOnly, but(eligible, { outcome: 'inactive' }))
      .when(schedule)
      .thenRejected('COVERAGE_DECISION_REQUIRED');
    given(...none)
      .when(changed(schedule, approved('coverage')))
      .then(but(scheduled, approved('coverage')));
  });

  it('needs an authorization when the payer wants one, or does not say', () => {
    const wanted = [...acceptedOnly, but(eligible, { authRequired: 'yes' })];
    given(...wanted)
      .when(schedule)
      .thenRejected('AUTHORIZATION_NOT_IN_FORCE', { gates: ['authorization'] });
    given(...acceptedOnly, but(eligible, { authRequired: 'unknown' }))
      .when(schedule)
      .thenRejected('AUTHORIZATION_NOT_IN_FORCE');
    given(...wanted)
      .when(changed(schedule, approved('authorization')))
      .then(but(scheduled, approved('authorization')));
  });

  it('passes a gate that an approved override names by its code', () => {
    const byCode = approved('AUTHORIZATION_NOT_IN_FORCE');
    given(...acceptedOnly, but(eligible, { authRequired: 'yes' }))
      .when(changed(schedule, byCode))
      .then(but(scheduled, byCode));
  });

  it('does not pass a gate with an override of another', () => {
    given(...acceptedOnly)
      .when(changed(schedule, approved('coverage')))
      .thenRejected('ELIGIBILITY_STALE');
  });

  it('does not let someone approve the own exception to a routine referral', () => {
    const overrides = [{ gate: 'coverage', approvedBy: everyone.userId, reason: { code: 'clinical_need' } }] as const;
    given(...acceptedOnly, but(eligible, { outcome: 'inactive' }))
      .when(changed(schedule, { overrides }))
      .thenRejected('SELF_APPROVAL');
  });

  it('books inside the validity of the referral', () => {
    const book = (validity: { start: string; end: string }) =>
      given(but(received, { validity }), ...histories.accepted.slice(1)).when(schedule);
    book({ start: '2026-03-17', end: '2026-06-30' }).thenRejected('OUTSIDE_VALIDITY');
    book({ start: '2026-03-01', end: '2026-03-15' }).thenRejected('OUTSIDE_VALIDITY');
    book({ start: '2026-03-16', end: '2026-03-16' }).then(scheduled);
    book({ start: '2026-03-16T10:00:00-04:00', end: '2026-03-16T14:30:00Z' }).then(scheduled);
    book({ start: '2026-03-16T10:00:01-04:00', end: '2026-03-17' }).thenRejected('OUTSIDE_VALIDITY');
    book({ start: '2026-03-01', end: '2026-03-16T14:29:59Z' }).thenRejected('OUTSIDE_VALIDITY');
  });

  it('asks for an interpreter when the patient needs one', () => {
    const history = [but(received, { interpreterNeeded: true }), ...histories.accepted.slice(1)];
    given(...history)
      .when(schedule)
      .thenRejected('INTERPRETER_NOT_ARRANGED');
    given(...history)
      .when(changed(schedule, { interpreterNeeded: true }))
      .then(but(scheduled, { interpreterNeeded: true }));
  });

  it('books no more visits than were requested', () => {
    const one = [but(received, { visitsRequested: 1 }), ...histories.accepted.slice(1), scheduled];
    given(...one, attended)
      .when(at(again, '2026-03-16T12:00:00-04:00'))
      .thenRejected('VISIT_LIMIT_REACHED');
    given(...one, cancelled)
      .when(at(again, '2026-03-06T09:00:00-05:00'))
      .then({ ...but(scheduledAgain, { visitType: 'initial' }), occurredAt: '2026-03-06T09:00:00-05:00' });
  });

  it('is reviewed after two missed visits', () => {
    const twice = [
      ...histories.visit_missed,
      effective(scheduledAgain, '2026-03-16T12:00:00-04:00'),
      effective(but(missed, { appointmentId: 'appointment-2', missedCount: 2 }), '2026-03-17T11:00:00-04:00'),
    ];
    const third = at(
      changed(schedule, {
        appointmentId: 'appointment-3',
        start: '2026-03-20T10:00:00-04:00',
        end: '2026-03-20T10:30:00-04:00',
      }),
      '2026-03-17T12:00:00-04:00',
    );
    given(...twice)
      .when(third)
      .thenRejected('MISSED_VISIT_POLICY');
    given(...histories.visit_missed)
      .when(third)
      .then({
        ...but(scheduled, { appointmentId: 'appointment-3', start: third.start, end: third.end }),
        occurredAt: third.occurredAt,
      });
  });

  it('does not take effect before acceptance', () => {
    given(...histories.accepted)
      .when(backdated(schedule, '2026-03-02T10:29:00-05:00'))
      .thenRejected('CHRONOLOGY_VIOLATION');
  });

  it('lets the clinic book its own patients only', () => {
    const clinic = (orgId: string) => ({ ...actor('clerk-1', 'receiving_party'), orgId });
    given(...histories.accepted)
      .when(by(schedule, clinic('clinic-2')))
      .thenRejected('NOT_YOUR_SIDE');
    given(...histories.accepted)
      .when(by(schedule, clinic('clinic-1')))
      .then(scheduled);
  });
});
