import { describe, expect, it } from '@jest/globals';
import {
  acknowledgedReport,
  given,
  histories,
  noteRejected,
  rejectNote,
  report,
  stageAfter,
  without,
} from '../testing';

describe('rejecting a note', () => {
  it('lets the referral wait for its report again', () => {
    given(...histories.report_received)
      .when(rejectNote)
      .then(noteRejected);
    expect(stageAfter(...histories.report_received, noteRejected)).toBe('visit_completed');
  });

  it('rejects once, and the same document is not filed again', () => {
    given(...histories.report_received, noteRejected)
      .when(rejectNote)
      .thenNothing();
    given(...histories.report_received, noteRejected)
      .when(report)
      .thenRejected('CONTRADICTS_RECORD');
  });

  it('leaves a report alone that the referrer has acknowledged', () => {
    given(...acknowledgedReport)
      .when(rejectNote)
      .thenRejected('CONTRADICTS_RECORD');
  });

  it('needs a reason', () => {
    given(...histories.report_received)
      .when(without(rejectNote, 'reason'))
      .thenRejected('REASON_REQUIRED');
  });

  it('needs a note that was filed', () => {
    given(...histories.visit_completed)
      .when(rejectNote)
      .thenRejected('CONSULT_NOTE_NOT_FOUND');
  });
});
