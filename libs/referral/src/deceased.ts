import type { RegisteredReferral } from './referral';
import { refusal } from './refuse';
import type { CommandName } from './transitions';

/** What may still be told of a patient who has died: what was, and that the work ends. */
const afterDeath: readonly CommandName[] = [
  'AddNote',
  'CorrectReferralData',
  'LinkReferral',
  'MarkEnteredInError',
  'RecordInformationReceived',
  'AttachDocument',
  'RecordDocumentScan',
  'WithdrawDocument',
  'RecordTransmissionOutcome',
  'RecordDeliveryConfirmation',
  'RecordReceiptAcknowledged',
  'ReflectAuthorizationStatus',
  'ReflectConsentStatus',
  'ReflectDestinationStatus',
  'CloseReferral',
  'ReflectPatientDeath',
  'CancelAppointment',
  'RecordAttendance',
  'RecordNoShow',
  'RecordConsultNote',
  'RejectConsultNote',
  'ForwardReportToReferrer',
  'AcknowledgeReport',
  'RecordServiceConfirmation',
  'ConfirmCancellation',
  'CompleteFollowUp',
  'ReleaseHold',
  'AssignReferral',
  'ReleaseReferral',
  'EndCover',
  'ClearReminder',
  'AcknowledgeEscalation',
  'RecordSlaOutcome',
];

/** I42. @throws PATIENT_DECEASED */
export const requireLiving = ({ facets }: RegisteredReferral, command: CommandName): void => {
  if (facets.deceased && !afterDeath.includes(command)) throw refusal('PATIENT_DECEASED');
};
