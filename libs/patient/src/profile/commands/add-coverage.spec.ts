import { describe, it } from '@jest/globals';
import { changed, but } from '@referral/eventsourcing/testing';
import { given, addCoverage, registered, coverageAdded, coverageTerminated, died } from '../testing';

describe('adding a coverage', () => {
  it('adds it', () => {
    given(registered).when(addCoverage).then(coverageAdded);
  });

  it('adds it once', () => {
    given(registered, coverageAdded, coverageTerminated).when(addCoverage).thenNothing();
  });

  it('does not make another of it', () => {
    given(registered, coverageAdded)
      .when(changed(addCoverage, { planId: 'plan-2' }))
      .thenRejected('CONTRADICTS_RECORD');
  });

  it('comes too late after a death', () => {
    given(registered, died).when(addCoverage).thenRejected('PATIENT_DECEASED');
  });

  it('adds another one', () => {
    given(registered, coverageAdded)
      .when(changed(addCoverage, { coverageId: 'coverage-2' }))
      .then(but(coverageAdded, { coverageId: 'coverage-2' }));
  });
});
