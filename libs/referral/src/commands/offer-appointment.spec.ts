import { describe, it } from '@jest/globals';
import {
  at,
  but,
  changed,
  disputed,
  effective,
  given,
  histories,
  offer,
  offered,
  slot,
  urgencyAssigned,
} from '../testing';

describe('offering times', () => {
  it('tells how much notice the patient has', () => {
    given(...histories.accepted)
      .when(offer)
      .then(offered);
  });

  it('is reasonable with three weeks of notice, and at once when it is urgent', () => {
    given(...histories.accepted)
      .when(at(offer, '2026-03-04T08:00:00-05:00'))
      .then(effective(but(offered, { noticeDays: 21, reasonable: true }), '2026-03-04T08:00:00-05:00'));
    given(...histories.accepted, but(urgencyAssigned, { to: 'urgent' }))
      .when(offer)
      .then(but(offered, { reasonable: true }));
  });

  it('is made once', () => {
    given(...histories.accepted, offered)
      .when(offer)
      .thenNothing();
    given(...histories.accepted, offered)
      .when(changed(offer, { slots: [{ ...slot, start: '2026-03-26T10:00:00-04:00' }] }))
      .thenRejected('CONTRADICTS_RECORD');
  });

  it('waits until a dispute is resolved', () => {
    given(...histories.accepted, disputed)
      .when(offer)
      .thenRejected('DISPUTE_OPEN');
  });

  it('comes after acceptance', () => {
    given(...histories.in_triage)
      .when(offer)
      .thenRejected('ILLEGAL_TRANSITION');
  });
});
