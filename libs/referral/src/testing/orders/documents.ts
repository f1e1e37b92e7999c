import { pick } from '@referral/values';
import { AttachDocument } from '../../commands/attach-document';
import { ComposePackage } from '../../commands/compose-package';
import { RecordDeliveryConfirmation } from '../../commands/record-delivery-confirmation';
import { RecordDocumentScan } from '../../commands/record-document-scan';
import { RecordReceiptAcknowledged } from '../../commands/record-receipt-acknowledged';
import { RecordTransmissionOutcome } from '../../commands/record-transmission-outcome';
import { ReflectConsentStatus } from '../../commands/reflect-consent-status';
import { TransmitPackage } from '../../commands/transmit-package';
import { WithdrawDocument } from '../../commands/withdraw-document';
import * as facts from '../facts/documents';
import { order } from '../order';

export const attach = order(AttachDocument, facts.attached.occurredAt, facts.attached.data);
export const scan = order(RecordDocumentScan, facts.scanned.occurredAt, facts.scanned.data);
export const withdraw = order(WithdrawDocument, facts.withdrawn.occurredAt, facts.withdrawn.data);
export const compose = order(ComposePackage, facts.composed.occurredAt, {
  ...pick(facts.composed.data, 'packageId', 'documents', 'excluded'),
});
const { documentKinds, ...transmission } = facts.transmissionRequested.data;
export const transmit = order(TransmitPackage, facts.transmissionRequested.occurredAt, transmission);
export const wentOut = order(RecordTransmissionOutcome, facts.transmitted.occurredAt, {
  ...pick(facts.transmitted.data, 'transmissionId', 'providerMessageId'),
  outcome: 'transmitted',
});
export const confirmDelivery = order(RecordDeliveryConfirmation, facts.delivered.occurredAt, facts.delivered.data);
export const acknowledgeReceipt = order(
  RecordReceiptAcknowledged,
  facts.receiptAcknowledged.occurredAt,
  facts.receiptAcknowledged.data,
);
export const reflectConsent = order(ReflectConsentStatus, facts.consented.occurredAt, facts.consented.data);
