import { describe, it } from '@jest/globals';
import {
  acknowledgedReport,
  by,
  changed,
  close,
  closed,
  coordinator,
  disputed,
  disputeResolved,
  given,
  histories,
  raiseDispute,
  schedule,
} from '../testing';

describe('raising a dispute', () => {
  it('is recorded with whoever wrote it down', () => {
    given(...histories.in_triage)
      .when(raiseDispute)
      .then(disputed);
  });

  it('is raised once, one at a time', () => {
    given(...histories.in_triage, disputed)
      .when(raiseDispute)
      .thenNothing();
    given(...histories.in_triage, disputed)
      .when(changed(raiseDispute, { disputeId: 'dispute-2' }))
      .thenRejected('DISPUTE_OPEN');
  });

  it('blocks booking and closing as fulfilled', () => {
    given(...histories.accepted, disputed)
      .when(schedule)
      .thenRejected('DISPUTE_OPEN');
    given(...acknowledgedReport, disputed)
      .when(close)
      .thenRejected('DISPUTE_OPEN');
    given(...acknowledgedReport, disputed, disputeResolved)
      .when(close)
      .then(closed);
  });

  it('is not for a coordinator', () => {
    given(...histories.in_triage)
      .when(by(raiseDispute, coordinator))
      .thenRejected('ROLE_NOT_PERMITTED');
  });
});
