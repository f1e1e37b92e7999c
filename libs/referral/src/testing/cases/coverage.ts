import { of, type Case } from '../case';
import * as orders from '../orders/coverage';

/** The rows of who pays, acted out. */
export const coverageCases: readonly Case[] = [
  of('T39', 'RequestEligibilityCheck', orders.askPayer),
  of('T39', 'RecordCoverageChange', orders.changeCoverage),
  of('T39', 'DetermineAuthorizationNeed', orders.determineNeed),
  of('T39', 'RecordServiceNotCovered', orders.refuseCoverage),
  of('T39', 'OfferCoverageAlternatives', orders.offerAlternatives),
  of('T39', 'RecordPatientCoverageDecision', orders.decideCoverage),
  of('T53', 'ReflectAuthorizationStatus', orders.reflectAuthorization),
  of('T53', 'ReflectDestinationStatus', orders.reflectDestination),
];
