import { CommandBody } from '@referral/values';

/** What every command about a consent carries. */
export abstract class ConsentCommand extends CommandBody {
  readonly consentId!: string;
}
