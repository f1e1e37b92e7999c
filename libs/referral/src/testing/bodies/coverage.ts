import * as facts from '../facts/coverage';

const { recheckNeeded, ...changed } = facts.coverageChanged.data;

/** Right bodies of the commands about who pays. */
export const coverageBodies = {
  RequestEligibilityCheck: facts.checkRequested.data,
  RecordCoverageChange: changed,
  DetermineAuthorizationNeed: { ...facts.needDetermined.data, satisfiedBy: 'authorization-7' },
  ReflectAuthorizationStatus: facts.authorized.data,
  RecordServiceNotCovered: facts.notCovered.data,
  OfferCoverageAlternatives: facts.alternativesOffered.data,
  RecordPatientCoverageDecision: facts.coverageDecided.data,
  ReflectDestinationStatus: facts.destinationClosed.data,
};
