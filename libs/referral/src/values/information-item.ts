import { IsId } from '../checks/is-id';
import { IsText } from '../checks/is-text';
import { MayBeAbsent } from '../checks/may-be-absent';

/** Something that is missing, by the code that its requirement gives it. */
export class InformationItem {
  @IsText(100) readonly code!: string;
  @MayBeAbsent() @IsText(1000) readonly note?: string;
}

/** Something that came in, and the document that holds it. */
export class ReceivedItem {
  @IsText(100) readonly code!: string;
  @MayBeAbsent() @IsId() readonly documentId?: string;
}
