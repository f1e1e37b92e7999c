import { CommandBody } from '@referral/values';

/** What every command about a requirement set carries. */
export abstract class RequirementSetCommand extends CommandBody {
  readonly requirementSetId!: string;
}
