import { describe, it } from '@jest/globals';
import {
  actor,
  by,
  changed,
  disputed,
  disputeResolved,
  given,
  histories,
  positionTaken,
  resolveDispute,
} from '../testing';

const open = [...histories.in_triage, disputed, positionTaken];

describe('resolving a dispute', () => {
  it('ends it', () => {
    given(...open)
      .when(resolveDispute)
      .then(disputeResolved);
  });

  it('ends it once, in one way', () => {
    given(...open, disputeResolved)
      .when(resolveDispute)
      .thenNothing();
    given(...open, disputeResolved)
      .when(changed(resolveDispute, { outcome: 'withdraw' }))
      .thenRejected('CONTRADICTS_RECORD');
  });

  it('is not for whoever took a position, as a user or for an organisation', () => {
    given(...open)
      .when(by(resolveDispute, actor('reviewer-1', 'clinical_reviewer')))
      .thenRejected('RESOLVER_CONFLICT');
    given(...open)
      .when(by(resolveDispute, actor('referrer-1', 'lead')))
      .thenRejected('RESOLVER_CONFLICT');
    given(...open)
      .when(by(resolveDispute, { ...actor('lead-7', 'lead'), orgId: 'office-1' }))
      .thenRejected('RESOLVER_CONFLICT');
  });
});
