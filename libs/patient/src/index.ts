export { consentAggregate } from './consent/aggregate';
export { ExpireConsent } from './consent/commands/expire-consent';
export type { Consent, ConsentStage, ConsentState } from './consent/consent';
export type * from './consent/events';
export * from './consent/vocabulary';
export { patientAggregate } from './profile/aggregate';
export type * from './profile/events';
export type { Coverage, Patient, PatientStage, PatientState } from './profile/patient';
export * from './profile/vocabulary';
