import type { DocumentOnFile } from './facets/documents';
import type { RegisteredReferral } from './referral';
import { refusal } from './refuse';

/** The document with an id, whatever became of it. */
export const findDocument = ({ facets }: RegisteredReferral, documentId: string): DocumentOnFile | undefined =>
  facets.documents.find((document) => document.documentId === documentId);

/** The document that a command concerns. @throws DOCUMENT_NOT_FOUND */
export const requireDocument = (referral: RegisteredReferral, documentId: string): DocumentOnFile => {
  const known = findDocument(referral, documentId);
  if (!known) throw refusal('DOCUMENT_NOT_FOUND', 'No document with this id belongs to this referral.', { documentId });
  return known;
};

/** I20: every document was scanned, found clean, and is not withdrawn. @throws DOCUMENT_NOT_CLEAN, DOCUMENT_NOT_FOUND */
export const requireClean = (referral: RegisteredReferral, documentIds: readonly string[]): void => {
  const unusable = documentIds
    .map((documentId) => requireDocument(referral, documentId))
    .filter(({ scan, withdrawn }) => scan !== 'clean' || withdrawn);
  const [first] = unusable;
  if (!first) return;
  const what = first.withdrawn ? 'withdrawn' : first.scan.replaceAll('_', ' ');
  const documents = unusable.map(({ documentId }) => documentId);
  throw refusal('DOCUMENT_NOT_CLEAN', `The document ${first.documentId} is ${what}.`, { documents });
};

/** What a command needs that concerns some document. @throws DOCUMENT_NOT_FOUND */
export const requireSomeDocument = ({ facets }: RegisteredReferral): void => {
  if (facets.documents.length === 0) throw refusal('DOCUMENT_NOT_FOUND', 'No document is attached.');
};

/** What a package needs. @throws DOCUMENT_NOT_CLEAN */
export const requireSomeClean = ({ facets }: RegisteredReferral): void => {
  if (!facets.documents.some(({ scan, withdrawn }) => scan === 'clean' && !withdrawn))
    throw refusal('DOCUMENT_NOT_CLEAN', 'No document has been found clean.');
};

/** What makes some documents of a referral sensitive, each word once: what makes the referral so, and what makes each of them so. */
export const sensitivityOf = (referral: RegisteredReferral, documentIds: readonly string[]): readonly string[] => {
  const words = documentIds.flatMap((documentId) => findDocument(referral, documentId)?.sensitivity ?? []);
  return [...new Set([...referral.registration.sensitivity, ...words])].filter((word) => word !== 'normal');
};
