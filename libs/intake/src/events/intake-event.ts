import type { EventType, Upcasters } from '@referral/eventsourcing';
import type { CallEscalatedToClinician, IntakeItemReceived, PhoneIntakeRecorded } from './arrival';
import type { PatientMatchConfirmed, PatientMatchProposed, PossibleDuplicateFlagged } from './matching';
import type { IntakeDataExtracted, IntakeFieldConfirmed } from './reading';
import type {
  IntakeItemAttached,
  IntakeItemConverted,
  IntakeItemMarkedDuplicate,
  IntakeItemRejected,
} from './settling';

/** Everything that can have happened to an intake item. */
export type IntakeEvent =
  | IntakeItemReceived
  | PhoneIntakeRecorded
  | CallEscalatedToClinician
  | IntakeDataExtracted
  | IntakeFieldConfirmed
  | PatientMatchProposed
  | PatientMatchConfirmed
  | PossibleDuplicateFlagged
  | IntakeItemConverted
  | IntakeItemAttached
  | IntakeItemRejected
  | IntakeItemMarkedDuplicate;

export type IntakeEventType = IntakeEvent['type'];

/** How each event is stored: version of its shape, and its fields that hold protected health information. */
export const intakeEventTypes: Readonly<Record<IntakeEventType, EventType>> = {
  IntakeItemReceived: { schemaVersion: 1, phi: ['senderRaw'] },
  PhoneIntakeRecorded: { schemaVersion: 1, phi: ['callerName', 'callbackNumber', 'summary'] },
  CallEscalatedToClinician: { schemaVersion: 1, phi: [] },
  IntakeDataExtracted: { schemaVersion: 1, phi: ['fields[].value'] },
  IntakeFieldConfirmed: { schemaVersion: 1, phi: ['oldValue', 'newValue'] },
  PatientMatchProposed: { schemaVersion: 1, phi: [] },
  PatientMatchConfirmed: { schemaVersion: 1, phi: [] },
  PossibleDuplicateFlagged: { schemaVersion: 1, phi: [] },
  IntakeItemConverted: { schemaVersion: 1, phi: [] },
  IntakeItemAttached: { schemaVersion: 1, phi: [] },
  IntakeItemRejected: { schemaVersion: 1, phi: [] },
  IntakeItemMarkedDuplicate: { schemaVersion: 1, phi: [] },
};

/** Every shape is still its first one. */
export const intakeUpcasters: Upcasters = {};
