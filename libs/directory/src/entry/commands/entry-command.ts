import { CommandBody } from '@referral/values';

/** What every command about a directory entry carries. */
export abstract class EntryCommand extends CommandBody {
  readonly entryId!: string;
}
