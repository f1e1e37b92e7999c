import { describe, it } from '@jest/globals';
import { but, cancellationRequested, changed, given, histories, requestCancellation, without } from '../testing';

describe('asking to cancel', () => {
  it('names the visits that would fall', () => {
    given(...histories.accepted)
      .when(requestCancellation)
      .then(cancellationRequested);
    given(...histories.scheduled)
      .when(requestCancellation)
      .then(but(cancellationRequested, { appointmentsAffected: ['appointment-1'] }));
  });

  it('asks once', () => {
    given(...histories.cancellation_requested)
      .when(requestCancellation)
      .thenNothing();
  });

  it('needs a reason', () => {
    given(...histories.accepted)
      .when(without(requestCancellation, 'reason'))
      .thenRejected('REASON_REQUIRED');
    given(...histories.accepted)
      .when(changed(requestCancellation, { reason: { code: 'other' } }))
      .thenRejected('COMMENT_REQUIRED');
  });

  it('comes too late for a report that is in', () => {
    given(...histories.report_received)
      .when(requestCancellation)
      .thenRejected('ILLEGAL_TRANSITION');
  });
});
