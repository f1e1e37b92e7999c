import { expireConsentUseCase } from './expire-consent';
import { overrideConsentForEmergencyUseCase } from './override-consent-for-emergency';
import { recordConsentUseCase } from './record-consent';
import { revokeConsentUseCase } from './revoke-consent';

/** What can be done with a consent, in the order of its life. */
export const useCases = [
  recordConsentUseCase,
  revokeConsentUseCase,
  expireConsentUseCase,
  overrideConsentForEmergencyUseCase,
];
