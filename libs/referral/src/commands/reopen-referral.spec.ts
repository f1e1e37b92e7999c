import { describe, it } from '@jest/globals';
import {
  acknowledged,
  close,
  closed,
  at,
  by,
  but,
  changed,
  coordinator,
  declined,
  effective,
  given,
  histories,
  missed,
  reopen,
  reopened,
  schedule,
  scheduled,
  scheduledAgain,
  without,
} from '../testing';

describe('reopening a referral', () => {
  it('begins a new cycle', () => {
    given(...histories.closed)
      .when(reopen)
      .then(reopened);
  });

  it('begins it once', () => {
    given(...histories.closed, reopened)
      .when(reopen)
      .thenNothing();
  });

  it('needs a reason in words', () => {
    given(...histories.closed)
      .when(without(reopen, 'reason'))
      .thenRejected('REASON_REQUIRED');
    given(...histories.closed)
      .when(changed(reopen, { reason: { code: 'closed_in_error' } }))
      .thenRejected('COMMENT_REQUIRED');
  });

  it("is a lead's decision", () => {
    given(...histories.closed)
      .when(by(reopen, coordinator))
      .thenRejected('ROLE_NOT_PERMITTED');
  });

  it('goes back to a stage that the referral has reached', () => {
    given(...histories.declined)
      .when(reopen)
      .thenRejected('ILLEGAL_TRANSITION');
    given(...histories.declined)
      .when(changed(reopen, { toStage: 'received' }))
      .then(but(reopened, { toStage: 'received' }));
  });

  it('has nothing to reopen while the referral is open', () => {
    given(...histories.scheduled)
      .when(changed(reopen, { toStage: 'accepted' }))
      .thenRejected('ILLEGAL_TRANSITION');
  });

  it('asks for a new acknowledgement of the report', () => {
    given(...histories.closed, reopened)
      .when(close)
      .thenRejected('LOOP_EVIDENCE_MISSING');
    given(...histories.closed, reopened, acknowledged)
      .when(close)
      .then(closed);
  });

  it('starts without appointments: what was booked fell with the declined referral', () => {
    const back = effective(but(reopened, { toStage: 'accepted' }), '2026-03-05T09:00:00-05:00');
    given(...histories.scheduled, effective(declined, '2026-03-04T09:00:00-05:00'), back)
      .when(at(changed(schedule, { appointmentId: 'appointment-2' }), '2026-03-05T10:00:00-05:00'))
      .then(effective(but(scheduled, { appointmentId: 'appointment-2' }), '2026-03-05T10:00:00-05:00'));
  });

  it('counts missed visits of the new cycle only', () => {
    const again = effective(scheduledAgain, '2026-03-16T12:00:00-04:00');
    const missedAgain = effective(but(missed, { appointmentId: 'appointment-2' }), '2026-03-17T11:00:00-04:00');
    const back = effective(but(reopened, { toStage: 'accepted' }), '2026-03-19T09:00:00-04:00');
    const third = {
      appointmentId: 'appointment-3',
      start: '2026-03-23T10:00:00-04:00',
      end: '2026-03-23T10:30:00-04:00',
    };
    const moment = '2026-03-19T10:00:00-04:00';
    given(...histories.visit_missed, again, missedAgain, effective(declined, '2026-03-18T09:00:00-04:00'), back)
      .when(at(changed(schedule, third), moment))
      .then(effective(but(scheduled, third), moment));
  });
});
