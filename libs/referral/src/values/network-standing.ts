import { IsIn } from 'class-validator';
import { IsId } from '@referral/values';
import { networks, type Network } from './vocabulary';

/** Whether a destination is in the network of a coverage's plan. */
export interface NetworkStanding {
  readonly coverageId: string;
  readonly network: Network;
}

/** How it is validated. */
export class NetworkStandingValue implements NetworkStanding {
  @IsId() readonly coverageId!: string;
  @IsIn(networks) readonly network!: Network;
}
