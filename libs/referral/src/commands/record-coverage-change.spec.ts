import { describe, expect, it } from '@jest/globals';
import {
  authorized,
  but,
  by,
  changeCoverage,
  changed,
  coverageChanged,
  coverageDecided,
  given,
  histories,
  received,
  referralAfter,
  reviewer,
  schedule,
} from '../testing';

describe('recording that another coverage pays', () => {
  it('records it', () => {
    given(received).when(changeCoverage).then(coverageChanged);
  });

  it('records it once', () => {
    given(received, coverageChanged).when(changeCoverage).thenNothing();
  });

  it('records a change back', () => {
    const back = { oldCoverageId: 'coverage-2', newCoverageId: 'coverage-1' };
    given(received, coverageChanged).when(changed(changeCoverage, back)).then(but(coverageChanged, back));
  });

  it('makes what the old payer said, and what was decided on it, hold no longer', () => {
    const after = [...histories.accepted, authorized, coverageDecided, coverageChanged];
    given(...after)
      .when(schedule)
      .thenRejected('ELIGIBILITY_STALE', { gates: ['eligibility', 'authorization'] });
    const referral = referralAfter(...after);
    expect(referral.stage !== 'none' && referral.registration.coverageIds).toEqual(['coverage-2']);
  });

  it('is refused once the referral is finished, and to those who review', () => {
    given(...histories.closed)
      .when(changeCoverage)
      .thenRejected('REFERRAL_TERMINAL');
    given(received).when(by(changeCoverage, reviewer)).thenRejected('ROLE_NOT_PERMITTED');
  });
});
