import { describe, it } from '@jest/globals';
import { scheduled as scheduledVisit } from '../testing/facts';
import {
  but,
  by,
  changed,
  coordinator,
  eligible,
  given,
  histories,
  notCovered,
  received,
  refuseCoverage,
  schedule,
} from '../testing';

describe('recording that a service is not covered', () => {
  it('records it', () => {
    given(received).when(refuseCoverage).then(notCovered);
  });

  it('records it once', () => {
    given(received, notCovered).when(refuseCoverage).thenNothing();
  });

  it('records it of another coverage', () => {
    given(received, notCovered)
      .when(changed(refuseCoverage, { coverageId: 'coverage-2' }))
      .then(but(notCovered, { coverageId: 'coverage-2' }));
  });

  it('lets no visit be booked before the patient has decided, or the payer answers otherwise', () => {
    given(...histories.accepted, notCovered)
      .when(schedule)
      .thenRejected('COVERAGE_DECISION_REQUIRED');
    given(...histories.accepted, notCovered, eligible)
      .when(changed(schedule, {}))
      .then(scheduledVisit);
  });

  it('is refused once the referral is finished, and to coordinators', () => {
    given(...histories.closed)
      .when(refuseCoverage)
      .thenRejected('REFERRAL_TERMINAL');
    given(received).when(by(refuseCoverage, coordinator)).thenRejected('ROLE_NOT_PERMITTED');
  });
});
