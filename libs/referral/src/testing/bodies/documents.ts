import * as facts from '../facts/documents';

const { documentKinds, ...transmission } = facts.transmissionRequested.data;
const { sensitivity, ...composed } = facts.composed.data;

/** Right bodies of the commands about documents and their ways. */
export const documentsBodies = {
  AttachDocument: { ...facts.attached.data, patientId: 'patient-1' },
  RecordDocumentScan: facts.scanned.data,
  WithdrawDocument: facts.withdrawn.data,
  ReflectConsentStatus: facts.consented.data,
  ComposePackage: {
    ...composed,
    minimumNecessaryReviewBy: 'coordinator-1',
    excluded: [{ documentId: 'document-note', why: 'Not about the question' }],
  },
  TransmitPackage: {
    ...transmission,
    consentIds: ['consent-1'],
    part2NoticeAttached: true,
    consentCopyAttached: true,
    consentException: { approvedBy: 'privacy-1', reason: { code: 'emergency' } },
  },
  RecordTransmissionOutcome: {
    transmissionId: 'transmission-9',
    outcome: 'failed',
    providerMessageId: 'fax-job-1',
    error: { code: 'busy', retryable: true },
  },
  RecordDeliveryConfirmation: facts.delivered.data,
  RecordReceiptAcknowledged: facts.receiptAcknowledged.data,
};
