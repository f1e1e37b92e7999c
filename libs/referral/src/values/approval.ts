import { IsId } from '../checks/is-id';
import { IsValue } from '../checks/is-value';
import { Reason } from './reason';

/** Someone answers for an exception. */
export class Approval {
  @IsId() readonly approvedBy!: string;
  @IsValue(() => Reason) readonly reason!: Reason;
}
