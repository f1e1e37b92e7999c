import { CommandBody } from '@referral/values';

/** What every command about a member of staff carries. */
export abstract class StaffCommand extends CommandBody {
  readonly staffId!: string;
}
