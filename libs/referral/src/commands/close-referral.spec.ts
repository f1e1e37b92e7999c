import { describe, expect, it } from '@jest/globals';
import {
  acknowledgedReport,
  at,
  but,
  changed,
  close,
  closed,
  effective,
  exhausted,
  forwarded,
  given,
  histories,
  referrerInformed,
  reportRequested,
} from '../testing';

const because = { reason: { code: 'patient_request' } };
const declinedByPatient = changed(close, { closureOutcome: 'patient_declined', ...because });

describe('closing a referral', () => {
  it('closes the loop when the report is acknowledged', () => {
    given(...acknowledgedReport)
      .when(close)
      .then(closed);
  });

  it('closes once', () => {
    given(...histories.closed)
      .when(close)
      .thenNothing();
  });

  it('does not change the outcome afterwards', () => {
    given(...histories.closed)
      .when(declinedByPatient)
      .thenRejected('REFERRAL_TERMINAL');
  });

  it('does not close the loop before the referrer has acknowledged the report', () => {
    given(...histories.report_received, forwarded)
      .when(close)
      .thenRejected('LOOP_EVIDENCE_MISSING');
  });

  it('does not close the loop without a report', () => {
    given(...histories.visit_completed)
      .when(close)
      .thenRejected('LOOP_EVIDENCE_MISSING');
  });

  it('has nothing to close once the referral is declined', () => {
    given(...histories.declined)
      .when(close)
      .thenRejected('REFERRAL_TERMINAL');
  });

  it('closes without a report when the report cannot be obtained', () => {
    const givenUp = { closureOutcome: 'completed_report_not_obtained', ...because } as const;
    const chased = [1, 2, 3].map((attemptNo) => but(reportRequested, { attemptNo }));
    given(...histories.visit_completed, ...chased)
      .when(changed(close, givenUp))
      .then(but(closed, givenUp));
    given(...histories.visit_completed, ...chased)
      .when(changed(close, { closureOutcome: 'completed_report_not_obtained' }))
      .thenRejected('REASON_REQUIRED');
    given(...histories.visit_completed, ...chased.slice(1))
      .when(changed(close, givenUp))
      .thenRejected('REPORT_CHASE_NOT_EXHAUSTED');
    given(
      ...histories.visit_completed,
      ...chased.slice(1),
      but(reportRequested, { dueAt: '2026-03-20T09:00:00-04:00' }),
    )
      .when(changed(close, givenUp))
      .thenRejected('REPORT_CHASE_NOT_EXHAUSTED', { requests: 3, overdue: 2 });
    given(...histories.scheduled)
      .when(changed(close, givenUp))
      .thenRejected('ILLEGAL_TRANSITION');
  });

  it('does not give up on a patient before outreach is exhausted', () => {
    given(...histories.accepted)
      .when(changed(close, { closureOutcome: 'unable_to_contact', ...because }))
      .thenRejected('OUTREACH_NOT_EXHAUSTED');
  });

  it('gives up on a patient once outreach is exhausted and the referrer knows', () => {
    const gone = { closureOutcome: 'unable_to_contact', ...because } as const;
    const { noticeToReferrerAt, ...unsaid } = exhausted.data;
    const silent = { ...exhausted, data: unsaid };
    given(...histories.accepted, exhausted)
      .when(changed(close, gone))
      .then(but(closed, gone));
    given(...histories.accepted, silent)
      .when(changed(close, gone))
      .thenRejected('OUTREACH_NOT_EXHAUSTED');
    given(...histories.accepted, silent, referrerInformed)
      .when(changed(close, gone))
      .then(but(closed, gone));
    expect(noticeToReferrerAt).toBeDefined();
  });

  it('closes at any time for a reason', () => {
    const early = '2026-03-02T12:00:00-05:00';
    given(...histories.received)
      .when(at(declinedByPatient, early))
      .then(effective(but(closed, { closureOutcome: 'patient_declined', ...because }), early));
    given(...histories.received)
      .when(changed(close, { closureOutcome: 'patient_declined' }))
      .thenRejected('REASON_REQUIRED');
  });
});
