import { describe, it } from '@jest/globals';
import {
  approve,
  approvePartly,
  approved,
  askToCall,
  at,
  but,
  changed,
  contactPayer,
  denied,
  deny,
  given,
  histories,
  modified,
  modify,
  notRequired,
  opened,
  partlyApproved,
  waive,
  without,
} from '../testing';

describe('recording the decision of a payer', () => {
  it.each([
    ['approved', approve, approved],
    ['partially approved', approvePartly, partlyApproved],
    ['modified', modify, modified],
    ['denied', deny, denied],
    ['not required', waive, notRequired],
    ['to be asked for in person', askToCall, contactPayer],
  ] as const)('says that it is %s', (_, order, event) =>
    given(...histories.submitted)
      .when(order)
      .then(event),
  );

  it('comes also while the payer waits, and after it was answered', () => {
    given(...histories.pended)
      .when(approve)
      .then(approved);
    given(...histories.info_submitted)
      .when(deny)
      .then(denied);
  });

  it('is recorded once, and not otherwise', () => {
    given(...histories.approved)
      .when(approve)
      .thenNothing();
    given(...histories.approved)
      .when(deny)
      .thenRejected('ILLEGAL_TRANSITION');
  });

  it('needs something that was submitted', () => given(opened).when(approve).thenRejected('NO_SUBMISSION'));

  it('needs a specific reason for a denial', () => {
    given(...histories.submitted)
      .when(without(deny, 'denialReason'))
      .thenRejected('DENIAL_REASON_REQUIRED');
    given(...histories.submitted)
      .when(changed(deny, { denialReason: {} }))
      .thenRejected('DENIAL_REASON_REQUIRED');
  });

  it('takes the units that were asked for where the payer agrees to all, and needs them where it does not', () => {
    given(...histories.submitted)
      .when(without(approve, 'units'))
      .then(approved);
    given(...histories.submitted)
      .when(without(modify, 'units'))
      .thenRejected('APPROVED_UNITS_REQUIRED');
  });

  it('follows a refusal that was taken back', () => {
    const late = '2026-03-10T10:00:00Z';
    given(...histories.overturned)
      .when(at(approve, late))
      .then({ ...but(approved, { decidedAt: late }), occurredAt: late });
  });
});
