import { describe, it } from '@jest/globals';
import { appeal, appealFiled, at, but, changed, given, histories } from '../testing';

describe('appealing a refusal', () => {
  it('starts the clock of the payer anew: 72 hours when it is expedited', () =>
    given(...histories.denied)
      .when(appeal)
      .then(appealFiled));

  it('gives the payer 30 days when it is not', () =>
    given(...histories.denied)
      .when(changed(appeal, { kind: 'standard' }))
      .then(but(appealFiled, { kind: 'standard', dueAt: '2026-04-07T10:00:00.000Z' })));

  it('is filed once at a time', () => {
    given(...histories.appeal_filed)
      .when(appeal)
      .thenNothing();
    given(...histories.appeal_filed)
      .when(changed(appeal, { kind: 'standard' }))
      .thenRejected('ILLEGAL_TRANSITION');
  });

  it('goes to the next level when the refusal stands', () => {
    const filedAt = '2026-03-12T10:00:00Z';
    const second = but(appealFiled, { level: 2, filedAt, dueAt: '2026-03-15T10:00:00.000Z' });
    given(...histories.denied, appealFiled, ...histories.upheld.slice(-1))
      .when(at(appeal, filedAt))
      .then({ ...second, occurredAt: filedAt });
  });

  it('needs a refusal', () =>
    given(...histories.approved)
      .when(appeal)
      .thenRejected('ILLEGAL_TRANSITION'));
});
