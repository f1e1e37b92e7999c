import { CommandBody } from '@referral/values';

/** What every command about an intake item carries. */
export abstract class IntakeCommand extends CommandBody {
  readonly intakeId!: string;
}
