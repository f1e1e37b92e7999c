import { IsInt, Max, Min } from 'class-validator';
import { type Coding, CodingValue, IsAfter, IsCalendarDate, IsValue } from '@referral/values';

/** How much of a service is asked for, and on which dates. */
export interface RequestedService {
  readonly code: Coding;
  readonly units: number;
  /** Calendar dates, both included. */
  readonly from: string;
  readonly to: string;
}

/** How it is validated. */
export class RequestedServiceValue implements RequestedService {
  @IsValue(() => CodingValue) readonly code!: Coding;
  @IsInt() @Min(1) @Max(10_000) readonly units!: number;
  @IsCalendarDate() readonly from!: string;
  @IsCalendarDate() @IsAfter('from', { orEqual: true }) readonly to!: string;
}
