import type {
  ConsentStatusReflected,
  DocumentAttached,
  DocumentScanned,
  DocumentWithdrawn,
  PackageDeliveryConfirmed,
  PackageReceiptAcknowledged,
  PackageTransmissionFailed,
  PackageTransmissionRequested,
  PackageTransmitted,
  ReferralPackageComposed,
} from '@referral/referral';
import { fact, reason, specialist } from '../fact';

const hash = 'a'.repeat(64);
const transmission = {
  transmissionId: 'transmission-2',
  packageId: 'package-1',
  to: specialist,
  address: 'fax ...4477',
  channel: 'fax',
  purposeOfUse: 'TREAT',
  consentIds: [],
  contentSha256: hash,
  documentKinds: ['lab'],
} as const;

/** Makers of facts about documents and their ways. */
export const documentFacts = {
  attached: fact<DocumentAttached>('DocumentAttached', {
    document: { documentId: 'document-2', mime: 'application/pdf', sha256: hash, sizeBytes: 1_024, sensitivity: [] },
    kind: 'lab',
    scanStatus: 'pending',
  }),
  scanned: fact<DocumentScanned>('DocumentScanned', { documentId: 'document-2', result: 'clean' }),
  withdrawn: fact<DocumentWithdrawn>('DocumentWithdrawn', { documentId: 'document-2', reason }),
  composed: fact<ReferralPackageComposed>('ReferralPackageComposed', {
    packageId: 'package-1',
    documents: ['document-2'],
    excluded: [],
    sensitivity: [],
  }),
  transmissionRequested: fact<PackageTransmissionRequested>('PackageTransmissionRequested', {
    ...transmission,
    addressVerifiedAt: '2026-01-15T00:00:00Z',
  }),
  transmitted: fact<PackageTransmitted>('PackageTransmitted', transmission),
  transmissionFailed: fact<PackageTransmissionFailed>('PackageTransmissionFailed', {
    transmissionId: 'transmission-2',
    packageId: 'package-1',
    error: { code: 'busy', retryable: true },
  }),
  delivered: fact<PackageDeliveryConfirmed>('PackageDeliveryConfirmed', {
    transmissionId: 'transmission-2',
    evidence: 'Fax receipt',
  }),
  receiptAcknowledged: fact<PackageReceiptAcknowledged>('PackageReceiptAcknowledged', {
    transmissionId: 'transmission-2',
    by: specialist,
  }),
  consented: fact<ConsentStatusReflected>('ConsentStatusReflected', {
    consentId: 'consent-1',
    status: 'granted',
    scope: { categories: ['part2'] },
  }),
};
