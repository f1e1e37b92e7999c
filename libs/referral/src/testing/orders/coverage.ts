import { pick } from '@referral/values';
import { DetermineAuthorizationNeed } from '../../commands/determine-authorization-need';
import { OfferCoverageAlternatives } from '../../commands/offer-coverage-alternatives';
import { RecordCoverageChange } from '../../commands/record-coverage-change';
import { RecordPatientCoverageDecision } from '../../commands/record-patient-coverage-decision';
import { RecordServiceNotCovered } from '../../commands/record-service-not-covered';
import { ReflectAuthorizationStatus } from '../../commands/reflect-authorization-status';
import { ReflectDestinationStatus } from '../../commands/reflect-destination-status';
import { RequestEligibilityCheck } from '../../commands/request-eligibility-check';
import * as facts from '../facts/coverage';
import { order } from '../order';

export const askPayer = order(RequestEligibilityCheck, facts.checkRequested.occurredAt, facts.checkRequested.data);
export const changeCoverage = order(RecordCoverageChange, facts.coverageChanged.occurredAt, {
  ...pick(facts.coverageChanged.data, 'oldCoverageId', 'newCoverageId', 'effectiveDate'),
});
export const determineNeed = order(
  DetermineAuthorizationNeed,
  facts.needDetermined.occurredAt,
  facts.needDetermined.data,
);
export const reflectAuthorization = order(
  ReflectAuthorizationStatus,
  facts.authorized.occurredAt,
  facts.authorized.data,
);
export const refuseCoverage = order(RecordServiceNotCovered, facts.notCovered.occurredAt, facts.notCovered.data);
export const offerAlternatives = order(
  OfferCoverageAlternatives,
  facts.alternativesOffered.occurredAt,
  facts.alternativesOffered.data,
);
export const decideCoverage = order(
  RecordPatientCoverageDecision,
  facts.coverageDecided.occurredAt,
  facts.coverageDecided.data,
);
export const reflectDestination = order(
  ReflectDestinationStatus,
  facts.destinationClosed.occurredAt,
  facts.destinationClosed.data,
);
