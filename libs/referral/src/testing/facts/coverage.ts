import { fact } from '../fact';

export const checkRequested = fact('EligibilityCheckRequested', '2026-03-02T10:45:00-05:00', {
  coverageId: 'coverage-1',
  serviceDate: '2026-03-16',
  serviceTypes: ['98'],
  method: 'x12_270',
  trace: 'trace-1',
});

export const coverageChanged = fact('CoverageChanged', '2026-03-02T11:30:00-05:00', {
  oldCoverageId: 'coverage-1',
  newCoverageId: 'coverage-2',
  effectiveDate: '2026-03-01',
  recheckNeeded: true,
});

export const needDetermined = fact('AuthorizationNeedDetermined', '2026-03-02T11:10:00-05:00', {
  needed: 'required',
  basis: 'plan_rule',
  planProfileVersion: 3,
});

export const authorized = fact('AuthorizationStatusReflected', '2026-03-02T11:20:00-05:00', {
  authorizationId: 'authorization-1',
  status: 'approved',
  validity: { start: '2026-03-10', end: '2026-04-10' },
  unitsApproved: 2,
  unitsRemaining: 2,
  number: 'AUTH-77',
});

export const notCovered = fact('ServiceNotCoveredRecorded', '2026-03-02T11:05:00-05:00', {
  coverageId: 'coverage-1',
  basis: { code: 'benefit_excluded' },
  payerReference: 'call-12',
});

export const alternativesOffered = fact('CoverageAlternativesOffered', '2026-03-02T11:40:00-05:00', {
  alternativesId: 'alternatives-1',
  options: [
    { kind: 'self_pay', description: 'Visit at the posted price', estimate: { amount: '180.00', currency: 'USD' } },
    { kind: 'payment_plan', description: 'Six monthly payments' },
  ],
  explainedInLanguage: 'es-US',
  interpreterUsed: true,
});

export const coverageDecided = fact('PatientCoverageDecisionRecorded', '2026-03-02T11:50:00-05:00', {
  choice: 'self_pay',
  signedNoticeDocumentId: 'document-notice',
});

export const destinationClosed = fact('DestinationStatusReflected', '2026-03-02T11:15:00-05:00', {
  destinationId: 'clinic-1',
  status: 'closed',
  networks: [{ coverageId: 'coverage-1', network: 'in' }],
});
