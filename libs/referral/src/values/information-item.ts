import { IsId, IsText, MayBeAbsent } from '@referral/values';

/** Something that is missing, by the code that its requirement gives it. */
export interface InformationItem {
  readonly code: string;
  readonly note?: string;
}

/** How a missing item is validated. */
export class InformationItemValue implements InformationItem {
  @IsText(100) readonly code!: string;
  @MayBeAbsent() @IsText(1000) readonly note?: string;
}

/** Something that came in, and the document that holds it. */
export interface ReceivedItem {
  readonly code: string;
  readonly documentId?: string;
}

/** How a received item is validated. */
export class ReceivedItemValue implements ReceivedItem {
  @IsText(100) readonly code!: string;
  @MayBeAbsent() @IsId() readonly documentId?: string;
}
