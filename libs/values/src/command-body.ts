import type { Issuance, ReportingCommand } from '@referral/eventsourcing';
import { IsBoolean } from 'class-validator';
import { IsInstant } from './checks/is-instant';
import { MayBeAbsent } from './checks/may-be-absent';

/**
 * What every command's body may say beside its own fields. The id of the instance comes from the path and `issued` from the runner, so
 * neither is decorated and a body that names them is refused.
 */
export abstract class CommandBody implements ReportingCommand {
  readonly issued!: Issuance;
  /** Effective time; the runner fills in the time of recording when the caller said nothing. */
  @MayBeAbsent() @IsInstant() readonly occurredAt!: string;
  /** The order of effective times is broken knowingly: the fact is written down late. */
  @MayBeAbsent() @IsBoolean() readonly lateEntry?: boolean;
}
