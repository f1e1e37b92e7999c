import { openStages } from '../stages';
import { allButError, row, type Transition } from './transition';

/** What belongs to a referral and where it was sent. */
export const documentsRows: readonly Transition[] = [
  row('T39', allButError, 'AttachDocument', 'unchanged', 'it is about the patient of the referral'),
  row('T39', allButError, 'RecordDocumentScan', 'unchanged', 'the document is attached'),
  row('T39', allButError, 'WithdrawDocument', 'unchanged', 'a reason'),
  row('T39', openStages, 'ComposePackage', 'unchanged', 'its documents are clean'),
  row('T39', openStages, 'TransmitPackage', 'unchanged', 'address, consent and review allow it'),
  row('T53', allButError, 'RecordTransmissionOutcome', 'unchanged', 'the transmission was asked for'),
  row('T53', allButError, 'RecordDeliveryConfirmation', 'unchanged', 'the package was transmitted'),
  row('T53', allButError, 'RecordReceiptAcknowledged', 'unchanged', 'the package was transmitted'),
  row('T53', allButError, 'ReflectConsentStatus', 'unchanged', 'none'),
];
