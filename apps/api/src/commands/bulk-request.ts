import { IsIn, IsInt, IsObject, Min } from 'class-validator';
import { referralAggregate } from '@referral/referral';
import { IsId, IsListOf, MayBeAbsent } from '@referral/values';

/** The commands that can be issued for many referrals at once: all but those that create one. */
export const bulkCommands = referralAggregate.commands.filter(({ creates }) => !creates);

/** As many rows as one request may have. */
export const MOST_ROWS = 100;

/** One referral, and what the command says to it. */
export class BulkRow {
  @IsId() readonly id!: string;
  /** The row is refused with REVISION_MISMATCH when the referral has moved on from here. */
  @MayBeAbsent() @IsInt() @Min(0) readonly expectedRevision?: number;
  /** As the command's own route takes it. */
  @MayBeAbsent() @IsObject() readonly body?: Readonly<Record<string, unknown>>;
}

/** One command for many referrals. */
export class BulkRequest {
  @IsIn(bulkCommands.map(({ name }) => name)) readonly command!: string;
  @IsListOf(() => BulkRow, MOST_ROWS, 1) readonly rows!: readonly BulkRow[];
}
