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
  therapy,
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

  it.each([
    ['approved', approve, { number: 'A-4712' }],
    ['approved', approve, { evidenceDocumentId: 'document-2' }],
    ['approved', approve, { validity: { start: '2026-03-11', end: '2026-06-30' } }],
    ['approved', approve, { validity: { start: '2026-03-10', end: '2026-07-31' } }],
    ['approved', approve, { units: [{ service: therapy, approved: 6 }] }],
    ['approved', approve, { units: approved.data.units.map((one) => ({ ...one, approved: 2 })) }],
    ['denied', deny, { denialReason: { code: 'not_covered' } }],
    ['denied', deny, { appealDeadline: '2026-05-05' }],
    ['denied', deny, { evidenceDocumentId: 'document-2' }],
    ['no_action_required', waive, { evidenceDocumentId: 'document-2' }],
  ] as const)('is on the record as it was: %s', (stage, order, otherwise) => {
    given(...histories[stage])
      .when(order)
      .thenNothing();
    given(...histories[stage])
      .when(changed(order, otherwise))
      .thenRejected('ILLEGAL_TRANSITION');
  });

  it('is recognised where the payer names no validity and no number', () => {
    const { validity: _, number: __, ...data } = approved.data;
    const least = without(without(approve, 'validity'), 'number');
    given(...histories.submitted)
      .when(least)
      .then({ ...approved, data });
    given(...histories.submitted, { ...approved, data })
      .when(least)
      .thenNothing();
  });

  it.each([{ code: 'not_covered' }, { specific: 'Synthetic: not covered.' }])(
    'has the reason of a denial in a code, in words, or in both: %j',
    (denialReason) =>
      given(...histories.submitted)
        .when(changed(deny, { denialReason }))
        .then(but(denied, { denialReason })),
  );

  it('may be the same again after the refusal was taken back', () => {
    const late = '2026-03-10T10:00:00Z';
    given(...histories.overturned)
      .when(at(deny, late))
      .then({ ...but(denied, { decidedAt: late }), occurredAt: late });
    given(...histories.upheld)
      .when(at(deny, late))
      .thenNothing();
  });
});
