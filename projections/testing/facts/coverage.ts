import type {
  AuthorizationNeedDetermined,
  AuthorizationStatusReflected,
  CoverageAlternativesOffered,
  DestinationStatusReflected,
  EligibilityCheckRequested,
  PatientCoverageDecisionRecorded,
  ServiceNotCoveredRecorded,
} from '@referral/referral';
import * as referral from '@referral/referral/testing';
import { fact, like } from '../fact';

/** Makers of facts about who pays. */
export const coverageFacts = {
  payerAsked: fact<EligibilityCheckRequested>('EligibilityCheckRequested', {
    coverageId: 'coverage-1',
    serviceDate: '2026-03-16',
    serviceTypes: [],
    method: 'portal',
    trace: 'trace-1',
  }),
  coverageChanged: like(referral.coverageChanged),
  needDetermined: fact<AuthorizationNeedDetermined>('AuthorizationNeedDetermined', {
    needed: 'required',
    basis: 'plan_rule',
  }),
  authorized: fact<AuthorizationStatusReflected>('AuthorizationStatusReflected', {
    authorizationId: 'authorization-1',
    status: 'approved',
    validity: { start: '2026-03-10', end: '2026-04-10' },
    unitsApproved: 2,
    unitsRemaining: 1,
    number: 'AUTH-77',
  }),
  notCovered: fact<ServiceNotCoveredRecorded>('ServiceNotCoveredRecorded', {
    coverageId: 'coverage-1',
    basis: { code: 'benefit_excluded' },
  }),
  alternativesOffered: fact<CoverageAlternativesOffered>('CoverageAlternativesOffered', {
    alternativesId: 'alternatives-1',
    options: [{ kind: 'self_pay', description: 'Visit at the posted price' }],
    explainedInLanguage: 'es-US',
    interpreterUsed: true,
  }),
  coverageDecided: fact<PatientCoverageDecisionRecorded>('PatientCoverageDecisionRecorded', { choice: 'self_pay' }),
  destinationTold: fact<DestinationStatusReflected>('DestinationStatusReflected', {
    destinationId: 'specialist-1',
    status: 'limited',
  }),
};
