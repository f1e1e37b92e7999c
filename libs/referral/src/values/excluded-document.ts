import { IsId, IsText } from '@referral/values';

/** A document that was left out of a package, and why. */
export interface ExcludedDocument {
  readonly documentId: string;
  readonly why: string;
}

/** How it is validated. */
export class ExcludedDocumentValue implements ExcludedDocument {
  @IsId() readonly documentId!: string;
  @IsText(500) readonly why!: string;
}
