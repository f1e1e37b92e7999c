import type { PublishingCommand } from '@referral/eventsourcing';
import { IsInt, Max, Min } from 'class-validator';
import { IsInstant } from './checks/is-instant';
import { MayBeAbsent } from './checks/may-be-absent';
import { CommandBody } from './command-body';

/** What the body of every command may say that publishes a version. */
export abstract class VersionBody extends CommandBody implements PublishingCommand {
  /** Which version the caller believes to publish; refused when it is another one. */
  @MayBeAbsent() @IsInt() @Min(1) @Max(1_000_000) readonly version?: number;
  /** From when it holds: from now on when it is left out. */
  @MayBeAbsent() @IsInstant() readonly effectiveFrom?: string;
}
