import { describe, it } from '@jest/globals';
import { actor, at, by, given, histories, overdue, recordOverdue } from '../testing';

describe('recording that a decision is overdue', () => {
  it('is recorded when the time of the payer has passed', () =>
    given(...histories.submitted)
      .when(recordOverdue)
      .then(overdue));

  it('is recorded once', () =>
    given(...histories.submitted, overdue)
      .when(recordOverdue)
      .thenNothing());

  it('is not recorded a second before, nor after the decision', () => {
    given(...histories.submitted)
      .when(at(recordOverdue, '2026-03-09T09:59:59Z'))
      .thenRejected('DEADLINE_NOT_REACHED');
    given(...histories.approved)
      .when(recordOverdue)
      .thenRejected('ILLEGAL_TRANSITION');
  });

  it('is for clocks', () =>
    given(...histories.submitted)
      .when(by(recordOverdue, actor('a', 'auth_specialist')))
      .thenRejected('ROLE_NOT_PERMITTED'));
});
