import { IsId } from './checks/is-id';
import { IsValue } from './checks/is-value';
import { ReasonValue, type Reason } from './reason';

/** Someone answers for an exception. */
export interface Approval {
  readonly approvedBy: string;
  readonly reason: Reason;
}

/** How an approval is validated. */
export class ApprovalValue implements Approval {
  @IsId() readonly approvedBy!: string;
  @IsValue(() => ReasonValue) readonly reason!: Reason;
}
