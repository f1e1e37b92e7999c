import { describe, expect, it } from '@jest/globals';
import { intakeAggregate } from '../aggregate';
import { changed, flag, flagged, given, histories, stateAfter, but } from '../testing';

describe('flagging a possible duplicate', () => {
  it('names the referrals, and a person is to look at it', () => {
    given(...histories.matching)
      .when(flag)
      .then(flagged);
    expect(stateAfter(intakeAggregate, [...histories.matching, flagged]).stage).toBe('needs_review');
  });

  it('flags the same once', () => {
    given(...histories.matching, flagged)
      .when(flag)
      .thenNothing();
  });

  it('stops nothing where the patient is known', () => {
    given(...histories.matched)
      .when(flag)
      .then(flagged);
    expect(stateAfter(intakeAggregate, [...histories.matched, flagged]).stage).toBe('matched');
  });

  it('does not come after the item is settled', () => {
    given(...histories.attached)
      .when(changed(flag, { basis: 'document_hash' }))
      .thenRejected('ILLEGAL_TRANSITION');
  });

  it.each([{ basis: 'external_id' }, { referralIds: ['referral-8'] }, { referralIds: ['referral', '-9'] }] as const)(
    'flags another one beside it: %j',
    (otherwise) => {
      given(...histories.matching, flagged)
        .when(changed(flag, otherwise))
        .then(but(flagged, otherwise));
    },
  );

  it('flags the same referrals for each reason once', () => {
    given(...histories.matching, flagged, but(flagged, { basis: 'external_id' }))
      .when(flag)
      .thenNothing();
  });
});
