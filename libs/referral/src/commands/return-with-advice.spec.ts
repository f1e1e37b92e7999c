import { describe, expect, it } from '@jest/globals';
import {
  advise,
  advised,
  but,
  by,
  changed,
  complete,
  coordinator,
  given,
  histories,
  informationReceived,
  received,
  stageAfter,
} from '../testing';

const last = changed(advise, { followUpSuggested: false });

describe('returning a referral with advice', () => {
  it('waits for the referrer when a follow-up is suggested', () => {
    given(...histories.in_triage)
      .when(advise)
      .then(advised);
    expect(stageAfter(...histories.in_triage, advised)).toBe('awaiting_information');
    expect(stageAfter(...histories.in_triage, advised, informationReceived)).toBe('in_triage');
  });

  it('ends the referral otherwise', () => {
    given(...histories.in_triage)
      .when(last)
      .then(but(advised, { followUpSuggested: false }));
    expect(stageAfter(...histories.in_triage, but(advised, { followUpSuggested: false }))).toBe('closed');
  });

  it('answers once', () => {
    given(...histories.in_triage, advised)
      .when(advise)
      .thenNothing();
    given(...histories.in_triage, but(advised, { followUpSuggested: false }))
      .when(last)
      .thenNothing();
  });

  it('comes from triage', () => {
    given(received, complete).when(advise).thenRejected('ILLEGAL_TRANSITION');
    given(...histories.accepted)
      .when(last)
      .thenRejected('ILLEGAL_TRANSITION');
  });

  it('is for those who can judge', () => {
    given(...histories.in_triage)
      .when(by(advise, coordinator))
      .thenRejected('ROLE_NOT_PERMITTED');
  });
});
