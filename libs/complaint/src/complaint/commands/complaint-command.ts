import { CommandBody } from '@referral/values';

/** What every command about a complaint carries. */
export abstract class ComplaintCommand extends CommandBody {
  readonly complaintId!: string;
}
