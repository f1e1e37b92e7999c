import { openStages } from '../stages';
import { allButError, row, type Transition } from './transition';

/** Who pays. */
export const coverageRows: readonly Transition[] = [
  row('T39', openStages, 'RequestEligibilityCheck', 'unchanged', 'none'),
  row('T39', openStages, 'RecordCoverageChange', 'unchanged', 'none'),
  row('T39', openStages, 'DetermineAuthorizationNeed', 'unchanged', 'none'),
  row('T39', openStages, 'RecordServiceNotCovered', 'unchanged', 'none'),
  row('T39', openStages, 'OfferCoverageAlternatives', 'unchanged', 'none'),
  row('T39', openStages, 'RecordPatientCoverageDecision', 'unchanged', 'none'),
  row('T53', allButError, 'ReflectAuthorizationStatus', 'unchanged', 'none'),
  row('T53', allButError, 'ReflectDestinationStatus', 'unchanged', 'none'),
];
