export type { Intake, IntakeOptions, IntakeReferral } from './intake';
export type { Issue } from './issue';
export { alreadyReceivedAs, operationOutcome, receivedAs } from './operation-outcome';
export { readIntake } from './read-intake';
