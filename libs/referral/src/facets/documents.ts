import type { DocumentKind } from '@referral/values';
import type { Transmission } from '../events/documents';
import type { ConsentScope } from '../values/consent-scope';
import type { ConsentStatus, ScanStatus } from '../values/document-vocabulary';

/** A document of the referral. */
export interface DocumentOnFile {
  readonly documentId: string;
  readonly kind: DocumentKind;
  readonly sha256: string;
  readonly sensitivity: readonly string[];
  /** Calendar date of what it tells; `null` where nobody has said it. */
  readonly serviceDate: string | null;
  readonly scan: ScanStatus;
  readonly withdrawn: boolean;
}

/** Documents that were put together for someone. */
export interface Package {
  readonly packageId: string;
  readonly documents: readonly string[];
  readonly minimumNecessaryReviewBy: string | null;
  readonly sensitivity: readonly string[];
}

/** A package on its way: what was asked, and how far it is. */
export interface TransmissionProgress {
  readonly asked: Transmission;
  readonly status: 'requested' | 'transmitted' | 'failed';
  readonly requestedAt: string;
  readonly sentAt: string | null;
  readonly deliveredAt: string | null;
  readonly acknowledgedAt: string | null;
}

/** A copy of how a consent stands. */
export interface ConsentCopy {
  readonly consentId: string;
  readonly status: ConsentStatus;
  readonly scope: ConsentScope;
  /** Calendar date; `null`: no end. */
  readonly validThrough: string | null;
}

/** What belongs to the referral and where it was sent. */
export interface DocumentFacets {
  readonly documents: readonly DocumentOnFile[];
  readonly packages: readonly Package[];
  readonly transmissions: readonly TransmissionProgress[];
  /** The newest word about any consent. */
  readonly consent: ConsentStatus;
  readonly consents: readonly ConsentCopy[];
}

/** Before anything was attached. Consent counts as not required until somebody says otherwise (S02). */
export const noDocuments: DocumentFacets = {
  documents: [],
  packages: [],
  transmissions: [],
  consent: 'not_required',
  consents: [],
};
