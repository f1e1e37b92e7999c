import type { Approval, Channel, DocumentKind, PartyRef, Reason } from '@referral/values';
import type { ConsentScope } from '../values/consent-scope';
import type { DocumentFile } from '../values/document-file';
import type { ConsentStatus, PurposeOfUse, ScanResult, ScanStatus } from '../values/document-vocabulary';
import type { ExcludedDocument } from '../values/excluded-document';
import type { TransmissionError } from '../values/transmission-error';
import { among, type EventTypes, type Fact } from './event';

/** A document belongs to the referral. */
export type DocumentAttached = Fact<
  'DocumentAttached',
  {
    readonly document: DocumentFile;
    readonly kind: DocumentKind;
    readonly author?: PartyRef;
    /** Calendar date of the service that it tells of. */
    readonly serviceDate?: string;
    readonly scanStatus: ScanStatus;
  }
>;

/** A document was looked through for malicious content. */
export type DocumentScanned = Fact<'DocumentScanned', { readonly documentId: string; readonly result: ScanResult }>;

/** A document is used no more: it belongs to another patient, or should not be here. */
export type DocumentWithdrawn = Fact<'DocumentWithdrawn', { readonly documentId: string; readonly reason: Reason }>;

/** Documents were put together for someone. */
export type ReferralPackageComposed = Fact<
  'ReferralPackageComposed',
  {
    readonly packageId: string;
    readonly documents: readonly string[];
    /** Who made sure that nothing goes out that need not. */
    readonly minimumNecessaryReviewBy?: string;
    readonly excluded: readonly ExcludedDocument[];
    /** What makes the package sensitive: all that makes its documents so. */
    readonly sensitivity: readonly string[];
  }
>;

/** What is sent, to whom and on what ground. */
export interface Transmission {
  readonly transmissionId: string;
  readonly packageId: string;
  readonly to: PartyRef;
  /** Masked: enough to tell which of the recipient's addresses it was. */
  readonly address: string;
  readonly channel: Channel;
  readonly purposeOfUse: PurposeOfUse;
  readonly consentIds: readonly string[];
  readonly part2NoticeAttached?: boolean;
  /** The consent itself, or a statement of its scope. */
  readonly consentCopyAttached?: boolean;
  /** Of everything that goes out, hex. */
  readonly contentSha256: string;
  readonly documentKinds: readonly DocumentKind[];
}

/** A package is to be sent. Sensitive content without a consent goes on a documented exception. */
export type PackageTransmissionRequested = Fact<
  'PackageTransmissionRequested',
  Transmission & { readonly addressVerifiedAt: string; readonly consentException?: Approval }
>;

/** A package went out: a disclosure. */
export type PackageTransmitted = Fact<'PackageTransmitted', Transmission & { readonly providerMessageId?: string }>;

/** A package did not go out. */
export type PackageTransmissionFailed = Fact<
  'PackageTransmissionFailed',
  { readonly transmissionId: string; readonly packageId: string; readonly error: TransmissionError }
>;

/** A package arrived. That is not yet an acceptance of anything. */
export type PackageDeliveryConfirmed = Fact<
  'PackageDeliveryConfirmed',
  { readonly transmissionId: string; readonly evidence: string }
>;

/** The recipient said that it has the package. */
export type PackageReceiptAcknowledged = Fact<
  'PackageReceiptAcknowledged',
  { readonly transmissionId: string; readonly by: PartyRef }
>;

/** How a consent stands, copied from its own stream. */
export type ConsentStatusReflected = Fact<
  'ConsentStatusReflected',
  {
    readonly consentId: string;
    readonly status: ConsentStatus;
    readonly scope: ConsentScope;
    /** Calendar date. */
    readonly validThrough?: string;
  }
>;

/** What belongs to a referral and where it was sent. */
export type DocumentEvent =
  | DocumentAttached
  | DocumentScanned
  | DocumentWithdrawn
  | ReferralPackageComposed
  | PackageTransmissionRequested
  | PackageTransmitted
  | PackageTransmissionFailed
  | PackageDeliveryConfirmed
  | PackageReceiptAcknowledged
  | ConsentStatusReflected;

export const documentEventTypes: EventTypes<DocumentEvent> = {
  DocumentAttached: { schemaVersion: 1, phi: [] },
  DocumentScanned: { schemaVersion: 1, phi: [] },
  DocumentWithdrawn: { schemaVersion: 1, phi: [] },
  ReferralPackageComposed: { schemaVersion: 1, phi: [] },
  PackageTransmissionRequested: { schemaVersion: 1, phi: [] },
  PackageTransmitted: { schemaVersion: 1, phi: [] },
  PackageTransmissionFailed: { schemaVersion: 1, phi: [] },
  PackageDeliveryConfirmed: { schemaVersion: 1, phi: [] },
  PackageReceiptAcknowledged: { schemaVersion: 1, phi: [] },
  ConsentStatusReflected: { schemaVersion: 1, phi: [] },
};

export const isDocumentEvent = among<DocumentEvent>(documentEventTypes);
