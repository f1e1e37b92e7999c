import { CommandBody } from '@referral/values';

/** What every command about a plan profile carries. */
export abstract class PlanProfileCommand extends CommandBody {
  readonly planId!: string;
}
