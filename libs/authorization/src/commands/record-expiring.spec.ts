import { describe, it } from '@jest/globals';
import { at, but, expiring, extended, given, histories, recordExpiring } from '../testing';

describe('recording that an authorization expires soon', () => {
  it('warns within the last two weeks', () =>
    given(...histories.approved)
      .when(recordExpiring)
      .then(expiring));

  it('warns once for each end', () => {
    given(...histories.approved, expiring)
      .when(recordExpiring)
      .thenNothing();
    const late = '2026-09-25T10:00:00Z';
    given(...histories.approved, expiring, extended)
      .when(at(recordExpiring, late))
      .then({ ...but(expiring, { dueAt: '2026-09-30', daysLeft: 6 }), occurredAt: late });
  });

  it('does not warn earlier, nor of what was not granted', () => {
    given(...histories.approved)
      .when(at(recordExpiring, '2026-06-01T10:00:00Z'))
      .thenRejected('DEADLINE_NOT_REACHED');
    given(...histories.denied)
      .when(recordExpiring)
      .thenRejected('ILLEGAL_TRANSITION');
  });

  it('warns from fourteen days on, to the millisecond', () => {
    const first = '2026-06-16T12:00:00.001Z';
    given(...histories.approved)
      .when(at(recordExpiring, first))
      .then({ ...but(expiring, { daysLeft: 14 }), occurredAt: first });
    given(...histories.approved)
      .when(at(recordExpiring, '2026-06-16T12:00:00.000Z'))
      .thenRejected('DEADLINE_NOT_REACHED', { daysLeft: 15 });
  });
});
