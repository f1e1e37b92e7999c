import { CommandBody } from '@referral/values';

/** What every command about a prior authorization carries. */
export abstract class AuthorizationCommand extends CommandBody {
  readonly authorizationId!: string;
}
