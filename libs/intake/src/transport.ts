import { IsInt, Matches, Max, Min } from 'class-validator';
import { IsText, MayBeAbsent } from '@referral/values';

/** What the transport says of a message. */
export interface Transport {
  readonly messageId?: string;
  /** All digits but the last four hidden, such as `***-***-0123`. */
  readonly faxNumberMasked?: string;
  readonly pages?: number;
}

/** How it is validated. */
export class TransportValue implements Transport {
  @MayBeAbsent() @IsText(200) readonly messageId?: string;
  @MayBeAbsent()
  @Matches(/^[*+() -]{1,20}\d{2,4}$/, { message: '$property must show the last 2 to 4 digits only, such as ***4477' })
  readonly faxNumberMasked?: string;
  @MayBeAbsent() @IsInt() @Min(1) @Max(100_000) readonly pages?: number;
}
