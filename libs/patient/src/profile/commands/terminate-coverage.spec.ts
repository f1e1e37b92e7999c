import { describe, it } from '@jest/globals';
import { but, changed } from '@referral/eventsourcing/testing';
import { given, terminateCoverage, registered, coverageAdded, coverageTerminated, died } from '../testing';

describe('terminating a coverage', () => {
  it('ends it', () => {
    given(registered, coverageAdded).when(terminateCoverage).then(coverageTerminated);
  });

  it('ends it once', () => {
    given(registered, coverageAdded, coverageTerminated).when(terminateCoverage).thenNothing();
  });

  it('needs a coverage', () => {
    given(registered).when(terminateCoverage).thenRejected('COVERAGE_NOT_FOUND');
  });

  it('is possible after a death', () => {
    given(registered, coverageAdded, died).when(terminateCoverage).then(coverageTerminated);
  });

  it('leaves the other ones', () => {
    const second = { coverageId: 'coverage-2' };
    given(registered, coverageAdded, but(coverageAdded, second), coverageTerminated)
      .when(changed(terminateCoverage, second))
      .then(but(coverageTerminated, second));
  });
});
