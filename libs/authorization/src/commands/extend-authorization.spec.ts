import { describe, expect, it } from '@jest/globals';
import { authorizationAggregate } from '../aggregate';
import { approved, but, changed, extend, extended, given, histories, stateAfter } from '../testing';

describe('extending an authorization', () => {
  it('puts its end off', () =>
    given(...histories.approved)
      .when(extend)
      .then(extended));

  it('puts it off once', () =>
    given(...histories.approved, extended)
      .when(extend)
      .thenNothing());

  it('lets one that had expired be what it was', () => {
    given(...histories.expired)
      .when(extend)
      .then(extended);
    expect(stateAfter(authorizationAggregate, [...histories.expired, extended]).stage).toBe('approved');
  });

  it('takes a day by its end, so that it is later than an instant within it', () => {
    const until = (end: string) => ({ start: '2026-03-10', end });
    const noon = given(...histories.submitted, but(approved, { validity: until('2026-06-30T12:00:00Z') }));
    noon
      .when(changed(extend, { new: until('2026-06-30') }))
      .then(but(extended, { old: until('2026-06-30T12:00:00Z'), new: until('2026-06-30') }));
    noon.when(changed(extend, { new: until('2026-06-30T11:00:00Z') })).thenRejected('VALIDATION_FAILED');
  });

  it('needs something granted', () =>
    given(...histories.denied)
      .when(extend)
      .thenRejected('ILLEGAL_TRANSITION'));
});
