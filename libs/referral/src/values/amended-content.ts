import { IsBoolean, IsInt, Max, Min } from 'class-validator';
import { type Coding, CodingValue, IsId, IsList, IsValue, MayBeAbsent } from '@referral/values';

/** What an amendment changes of that by which rules and queues go. It stays readable, as it is in the registration. */
export interface AmendedContent {
  readonly requestedSpecialty?: Coding;
  readonly requestedService?: Coding;
  readonly visitsRequested?: number;
  readonly coverageIds?: readonly string[];
  readonly interpreterNeeded?: boolean;
}

/** How it is validated. */
export class AmendedContentValue implements AmendedContent {
  @MayBeAbsent() @IsValue(() => CodingValue) readonly requestedSpecialty?: Coding;
  @MayBeAbsent() @IsValue(() => CodingValue) readonly requestedService?: Coding;
  @MayBeAbsent() @IsInt() @Min(1) @Max(1000) readonly visitsRequested?: number;
  @MayBeAbsent() @IsList(20) @IsId({ each: true }) readonly coverageIds?: readonly string[];
  @MayBeAbsent() @IsBoolean() readonly interpreterNeeded?: boolean;
}
