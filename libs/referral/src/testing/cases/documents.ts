import { of, type Case } from '../case';
import { asked, attached, packed, scanned, sent } from '../facts/documents';
import * as orders from '../orders/documents';

/** The rows of documents and their ways, acted out. */
export const documentsCases: readonly Case[] = [
  of('T39', 'AttachDocument', orders.attach),
  of('T39', 'RecordDocumentScan', orders.scan, { also: [attached] }),
  of('T39', 'WithdrawDocument', orders.withdraw, { also: [attached] }),
  of('T39', 'ComposePackage', orders.compose, { also: [attached, scanned] }),
  of('T39', 'TransmitPackage', orders.transmit, { also: packed }),
  of('T53', 'RecordTransmissionOutcome', orders.wentOut, { also: asked }),
  of('T53', 'RecordDeliveryConfirmation', orders.confirmDelivery, { also: sent }),
  of('T53', 'RecordReceiptAcknowledged', orders.acknowledgeReceipt, { also: sent }),
  of('T53', 'ReflectConsentStatus', orders.reflectConsent),
];
