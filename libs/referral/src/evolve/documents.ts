import type { DocumentAttached, DocumentEvent, PackageTransmissionRequested } from '../events/documents';
import type { DocumentOnFile, TransmissionProgress } from '../facets/documents';
import type { RegisteredReferral } from '../referral';
import { withFacets } from './move';

const attached = ({ document, kind, serviceDate, scanStatus }: DocumentAttached['data']): DocumentOnFile => ({
  documentId: document.documentId,
  kind,
  sha256: document.sha256,
  sensitivity: document.sensitivity,
  serviceDate: serviceDate ?? null,
  scan: scanStatus,
  withdrawn: false,
});

const withDocument = (
  referral: RegisteredReferral,
  documentId: string,
  change: Partial<DocumentOnFile>,
): RegisteredReferral =>
  withFacets(referral, {
    documents: referral.facets.documents.map((known) =>
      known.documentId === documentId ? { ...known, ...change } : known,
    ),
  });

/** What was asked is kept as it was asked, so that the disclosure can be told whole. */
const requested = ({ data, occurredAt }: PackageTransmissionRequested): TransmissionProgress => {
  const { addressVerifiedAt, consentException, lateEntry, ...asked } = data;
  return { asked, status: 'requested', requestedAt: occurredAt, sentAt: null, deliveredAt: null, acknowledgedAt: null };
};

const withTransmission = (
  referral: RegisteredReferral,
  transmissionId: string,
  change: Partial<TransmissionProgress>,
): RegisteredReferral =>
  withFacets(referral, {
    transmissions: referral.facets.transmissions.map((known) =>
      known.asked.transmissionId === transmissionId ? { ...known, ...change } : known,
    ),
  });

/** What belongs to the referral and where it was sent. */
export const evolveDocuments = (referral: RegisteredReferral, event: DocumentEvent): RegisteredReferral => {
  const { facets } = referral;
  const { occurredAt: at } = event;
  switch (event.type) {
    case 'DocumentAttached':
      return withFacets(referral, { documents: [...facets.documents, attached(event.data)], changedAt: at });
    case 'DocumentScanned':
      return withDocument(referral, event.data.documentId, { scan: event.data.result });
    case 'DocumentWithdrawn':
      return withDocument(referral, event.data.documentId, { withdrawn: true });
    case 'ReferralPackageComposed': {
      const { packageId, documents, minimumNecessaryReviewBy = null, sensitivity } = event.data;
      const composed = { packageId, documents, minimumNecessaryReviewBy, sensitivity };
      return withFacets(referral, { packages: [...facets.packages, composed] });
    }
    case 'PackageTransmissionRequested':
      return withFacets(referral, { transmissions: [...facets.transmissions, requested(event)] });
    case 'PackageTransmitted':
      return withTransmission(referral, event.data.transmissionId, { status: 'transmitted', sentAt: at });
    case 'PackageTransmissionFailed':
      return withTransmission(referral, event.data.transmissionId, { status: 'failed' });
    case 'PackageDeliveryConfirmed':
      return withTransmission(referral, event.data.transmissionId, { deliveredAt: at });
    case 'PackageReceiptAcknowledged':
      return withTransmission(referral, event.data.transmissionId, { acknowledgedAt: at });
    case 'ConsentStatusReflected': {
      const { consentId, status, scope, validThrough = null } = event.data;
      const others = facets.consents.filter((known) => known.consentId !== consentId);
      return withFacets(referral, {
        consent: status,
        consents: [...others, { consentId, status, scope, validThrough }],
      });
    }
  }
};
