import { describe, it } from '@jest/globals';
import {
  attended,
  but,
  changed,
  close,
  closed,
  effective,
  followUpPlanned,
  given,
  histories,
  missed,
  report,
  reported,
  scheduled,
  scheduledAgain,
} from '../testing';

const correctedAs = { documentId: 'document-2', kind: 'corrected', replacesDocumentId: 'document-report' } as const;
const corrected = changed(report, correctedAs);
const correction = but(reported, correctedAs);
const proof = { type: 'AppointmentAttended', occurredAt: report.occurredAt } as const;

describe("recording a specialist's note", () => {
  it('files the final report', () => {
    given(...histories.visit_completed)
      .when(report)
      .then(reported);
  });

  it('files it once', () => {
    given(...histories.report_received)
      .when(report)
      .thenNothing();
  });

  it('does not file one document as two kinds of note', () => {
    given(...histories.report_received)
      .when(changed(report, { kind: 'interim' }))
      .thenRejected('CONTRADICTS_RECORD');
  });

  it('files an interim note and goes on waiting for the report', () => {
    given(...histories.visit_completed)
      .when(changed(report, { kind: 'interim' }))
      .then(but(reported, { kind: 'interim' }));
  });

  it('takes the report as proof of a booked visit that nobody told about', () => {
    given(...histories.scheduled)
      .when(report)
      .then({ ...proof, data: { appointmentId: 'appointment-1', evidence: 'report' } }, reported);
  });

  it('takes the report as proof of the last of the visits that had begun', () => {
    given(...histories.scheduled, scheduledAgain)
      .when(report)
      .then({ ...proof, data: { appointmentId: 'appointment-2', evidence: 'report' } }, reported);
    given(...histories.scheduled, scheduledAgain)
      .when(changed(report, { authoredAt: '2026-03-16T18:00:00-04:00' }))
      .then(
        { ...proof, data: { appointmentId: 'appointment-1', evidence: 'report' } },
        but(reported, { authoredAt: '2026-03-16T18:00:00-04:00' }),
      );
  });

  it('takes the report as proof of a visit that was never booked', () => {
    const unbooked = { ...proof, data: { evidence: 'report' as const } };
    given(...histories.accepted)
      .when(report)
      .then(unbooked, reported);
    given(...histories.accepted, scheduled, missed)
      .when(report)
      .then(unbooked, reported);
  });

  it('adds no proof where attendance is on the record', () => {
    given(...histories.scheduled, attended, scheduledAgain)
      .when(report)
      .then(reported);
  });

  it('refuses a report from before the referral', () => {
    given(...histories.visit_completed)
      .when(changed(report, { authoredAt: '2026-03-02T08:59:59-05:00' }))
      .thenRejected('REPORT_PREDATES_REFERRAL');
  });

  it('comes after acceptance', () => {
    given(...histories.in_triage)
      .when(report)
      .thenRejected('ILLEGAL_TRANSITION');
  });

  it('has to be acknowledged anew when it was corrected', () => {
    given(...histories.closed.slice(0, -1))
      .when(corrected)
      .then(correction);
    given(...histories.closed.slice(0, -1), correction)
      .when(close)
      .thenRejected('LOOP_EVIDENCE_MISSING');
  });

  it('is added to a closed loop without reopening it, and someone reviews it', () => {
    const review = but(followUpPlanned, {
      followUpId: 'review-document-2',
      what: 'Review what was added to the report of a closed referral',
      dueAt: '2026-04-01T16:00:00.000Z',
      ownerId: null,
    });
    given(...histories.closed)
      .when(corrected)
      .then(correction, effective(review, correction.occurredAt));
    given(...histories.closed, correction)
      .when(close)
      .thenNothing();
  });

  it('reopens the referral first when it was closed without a report', () => {
    given(...histories.visit_completed, but(closed, { closureOutcome: 'completed_report_not_obtained' }))
      .when(corrected)
      .thenRejected('REFERRAL_TERMINAL');
  });
});
