import { describe, it } from '@jest/globals';
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
});
