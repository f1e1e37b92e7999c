import { describe, it } from '@jest/globals';
import { but, changed, given, histories, reportRequested, requestReport } from '../testing';

const later = '2026-03-20T09:00:00-04:00';

describe('asking for the report', () => {
  it('counts the requests', () => {
    given(...histories.visit_completed)
      .when(requestReport)
      .then(reportRequested);
    given(...histories.visit_completed, reportRequested)
      .when(changed(requestReport, { dueAt: later }))
      .then(but(reportRequested, { attemptNo: 2, dueAt: later }));
  });

  it('asks once for one time', () => {
    given(...histories.visit_completed, reportRequested)
      .when(requestReport)
      .thenNothing();
  });

  it('waits for the visit', () => {
    given(...histories.scheduled)
      .when(requestReport)
      .thenRejected('ILLEGAL_TRANSITION');
  });
});
