import { CommandBody } from '@referral/values';

/** What every command about a referring office carries. */
export abstract class OfficeCommand extends CommandBody {
  readonly officeId!: string;
}
