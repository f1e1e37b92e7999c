import { IsId, IsList, IsText, MayBeAbsent } from '@referral/values';

/** What a consent lets out, and to whom. */
export interface ConsentScope {
  /** The kinds of sensitive content that it covers, such as `part2`. */
  readonly categories: readonly string[];
  /** Absent: any recipient, as a single consent for all treatment, payment and operations may say. */
  readonly recipientIds?: readonly string[];
}

/** How it is validated. */
export class ConsentScopeValue implements ConsentScope {
  @IsList(20) @IsText(50, { each: true }) readonly categories!: readonly string[];
  @MayBeAbsent() @IsList(50) @IsId({ each: true }) readonly recipientIds?: readonly string[];
}
