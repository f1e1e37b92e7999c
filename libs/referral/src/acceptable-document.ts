import { daysBetween } from '@referral/values';
import { findDocument } from './documents-on-file';
import type { DocumentOnFile } from './facets/documents';
import type { RegisteredReferral } from './referral';
import { refusal } from './refuse';
import type { RequiredItem } from './values/requirement-set';

/**
 * A document that is to meet an item of a published checklist is of a kind that the checklist takes, not too old, and not withdrawn. What
 * nobody knows of it, because it is not attached or has no date, is left to whoever verifies the item. @throws ITEM_NOT_MET
 */
export const requireAcceptable = (
  referral: RegisteredReferral,
  itemCode: string,
  documentId: string | null | undefined,
  at: string,
): void => {
  const wanted = referral.facets.completeness.required.find(({ code }) => code === itemCode);
  const document = documentId ? findDocument(referral, documentId) : undefined;
  const fault = wanted && document && faultOf(document, wanted, at);
  if (fault)
    throw refusal('ITEM_NOT_MET', `The document does not meet ${itemCode}: ${fault}.`, { itemCode, documentId });
};

const faultOf = (
  { kind, serviceDate, withdrawn }: DocumentOnFile,
  { acceptableKinds, maxAgeDays }: RequiredItem,
  at: string,
): string | null => {
  if (withdrawn) return 'it was withdrawn';
  if (acceptableKinds.length > 0 && !acceptableKinds.includes(kind))
    return `it is ${kind.replaceAll('_', ' ')}, and ${acceptableKinds.join(', ').replaceAll('_', ' ')} is wanted`;
  if (maxAgeDays === undefined || serviceDate === null || daysBetween(serviceDate, at) < maxAgeDays + 1) return null;
  return `it is of ${serviceDate}, and may be ${maxAgeDays} days old`;
};
