import { describe, it } from '@jest/globals';
import { backdated, but, by, changed, forward, forwarded, given, histories, reported, reviewer } from '../testing';

describe('forwarding the report to the referrer', () => {
  it('sends it on', () => {
    given(...histories.report_received)
      .when(forward)
      .then(forwarded);
  });

  it('sends it to the same party once', () => {
    given(...histories.report_received, forwarded)
      .when(changed(forward, { transmissionId: 'transmission-2' }))
      .thenNothing();
  });

  it('sends it to another party too', () => {
    const to = { id: 'office-2', type: 'office' } as const;
    given(...histories.report_received, forwarded)
      .when(changed(forward, { to }))
      .then(but(forwarded, { to }));
  });

  it('sends a corrected report again', () => {
    const corrected = but(reported, { documentId: 'document-2', kind: 'corrected' });
    given(...histories.report_received, forwarded, corrected)
      .when(forward)
      .then(forwarded);
  });

  it('needs a report', () => {
    given(...histories.visit_completed)
      .when(forward)
      .thenRejected('ILLEGAL_TRANSITION');
  });

  it('does not send it before it came in', () => {
    given(...histories.report_received)
      .when(backdated(forward, '2026-03-18T11:59:00-04:00'))
      .thenRejected('CHRONOLOGY_VIOLATION');
  });

  it("is the coordinator's task", () => {
    given(...histories.report_received)
      .when(by(forward, reviewer))
      .thenRejected('ROLE_NOT_PERMITTED');
  });
});
