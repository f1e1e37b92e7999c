import { describe, it } from '@jest/globals';
import { at, by, effective, given, histories, informPatient, patientInformed, reviewer } from '../testing';

describe('telling someone how it stands', () => {
  it('is recorded', () => {
    given(...histories.accepted)
      .when(informPatient)
      .then(patientInformed);
  });

  it('is recorded once for one moment, and again later', () => {
    given(...histories.accepted, patientInformed)
      .when(informPatient)
      .thenNothing();
    given(...histories.accepted, patientInformed)
      .when(at(informPatient, '2026-03-05T11:00:00-05:00'))
      .then(effective(patientInformed, '2026-03-05T11:00:00-05:00'));
  });

  it('is not the work of a reviewer', () => {
    given(...histories.accepted)
      .when(by(informPatient, reviewer))
      .thenRejected('ROLE_NOT_PERMITTED');
  });
});
