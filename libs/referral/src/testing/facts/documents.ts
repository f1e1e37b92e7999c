import { fact } from '../fact';
import { heartClinic, referringOffice } from '../parties';

const sha256 = 'a'.repeat(64);

export const attached = fact('DocumentAttached', '2026-03-02T09:30:00-05:00', {
  document: {
    documentId: 'document-lab',
    mime: 'application/pdf',
    sha256,
    pages: 2,
    sizeBytes: 20_480,
    sensitivity: [],
  },
  kind: 'lab',
  author: referringOffice,
  serviceDate: '2026-02-20',
  scanStatus: 'pending',
});

export const scanned = fact('DocumentScanned', '2026-03-02T09:31:00-05:00', {
  documentId: 'document-lab',
  result: 'clean',
});

export const withdrawn = fact('DocumentWithdrawn', '2026-03-02T13:00:00-05:00', {
  documentId: 'document-lab',
  reason: { code: 'wrong_patient' },
});

export const composed = fact('ReferralPackageComposed', '2026-03-02T12:00:00-05:00', {
  packageId: 'package-1',
  documents: ['document-lab'],
  excluded: [],
  sensitivity: [],
});

const transmission = {
  transmissionId: 'transmission-9',
  packageId: 'package-1',
  to: heartClinic,
  address: 'fax ...4477',
  channel: 'fax',
  purposeOfUse: 'TREAT',
  consentIds: [],
  contentSha256: 'b'.repeat(64),
  documentKinds: ['lab'],
} as const;

export const transmissionRequested = fact('PackageTransmissionRequested', '2026-03-02T12:10:00-05:00', {
  ...transmission,
  addressVerifiedAt: '2026-01-15T00:00:00Z',
});

export const transmitted = fact('PackageTransmitted', '2026-03-02T12:11:00-05:00', {
  ...transmission,
  providerMessageId: 'fax-job-1',
});

export const transmissionFailed = fact('PackageTransmissionFailed', '2026-03-02T12:11:00-05:00', {
  transmissionId: 'transmission-9',
  packageId: 'package-1',
  error: { code: 'busy', retryable: true },
});

export const delivered = fact('PackageDeliveryConfirmed', '2026-03-02T12:15:00-05:00', {
  transmissionId: 'transmission-9',
  evidence: 'Fax receipt of two pages',
});

export const receiptAcknowledged = fact('PackageReceiptAcknowledged', '2026-03-02T12:30:00-05:00', {
  transmissionId: 'transmission-9',
  by: heartClinic,
});

export const consented = fact('ConsentStatusReflected', '2026-03-02T11:25:00-05:00', {
  consentId: 'consent-1',
  status: 'granted',
  scope: { categories: ['part2', 'hiv'], recipientIds: ['clinic-1'] },
  validThrough: '2026-12-31',
});

/** A document that was looked through, in a package. */
export const packed = [attached, scanned, composed] as const;

/** The package is asked for, and gone. */
export const asked = [...packed, transmissionRequested] as const;
export const sent = [...asked, transmitted] as const;
