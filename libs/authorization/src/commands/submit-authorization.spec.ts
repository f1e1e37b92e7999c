import { describe, it } from '@jest/globals';
import { at, backdated, but, changed, given, histories, opened, submit, submitted } from '../testing';

describe('submitting an authorization', () => {
  it('starts the clock of the payer: seven calendar days', () => given(opened).when(submit).then(submitted));

  it('gives the payer 72 hours when it is expedited', () =>
    given(but(opened, { level: 'expedited' }))
      .when(submit)
      .then(but(submitted, { decisionDueAt: '2026-03-05T10:00:00.000Z' })));

  it('is under the rule that was in force when it went out', () => {
    const before = '2025-12-31T10:00:00Z';
    given({ ...opened, occurredAt: '2025-12-30T10:00:00Z' })
      .when(at(submit, before))
      .then({
        ...but(submitted, {
          submittedAt: before,
          decisionDueAt: '2026-01-14T10:00:00.000Z',
          clockBasis: { ruleId: 'payer-decision', version: 1 },
        }),
        occurredAt: before,
      });
  });

  it('goes out once', () =>
    given(...histories.pended)
      .when(submit)
      .thenNothing());

  it('goes out again only after the payer wanted to be asked', () => {
    const again = changed(submit, { submissionId: 'submission-2' });
    given(...histories.submitted)
      .when(again)
      .thenRejected('ILLEGAL_TRANSITION');
    given(...histories.contact_payer)
      .when(at(again, '2026-03-06T10:00:00Z'))
      .then({
        ...but(submitted, {
          submissionId: 'submission-2',
          submittedAt: '2026-03-06T10:00:00Z',
          decisionDueAt: '2026-03-13T10:00:00.000Z',
        }),
        occurredAt: '2026-03-06T10:00:00Z',
      });
  });

  it('does not go out before it was opened', () =>
    given(opened).when(backdated(submit, '2026-03-02T08:00:00Z')).thenRejected('BACKDATE_NOT_ALLOWED'));
});
