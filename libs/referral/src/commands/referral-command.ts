import type { Command, Issuance } from '@referral/eventsourcing';
import { IsBoolean } from 'class-validator';
import { IsInstant, MayBeAbsent } from '@referral/values';

/**
 * What every command about a referral carries. A body may give `occurredAt` and `lateEntry`; `referralId` comes from the path and
 * `issued` from the runner, so neither is decorated and a body that names them is refused.
 */
export abstract class ReferralCommand implements Command {
  readonly referralId!: string;
  readonly issued!: Issuance;
  /** Effective time; the runner fills in the time of recording when the caller said nothing. */
  @MayBeAbsent() @IsInstant() readonly occurredAt!: string;
  /** The order of effective times is broken knowingly: the fact is written down late. */
  @MayBeAbsent() @IsBoolean() readonly lateEntry?: boolean;
}
