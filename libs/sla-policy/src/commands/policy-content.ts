import { ArrayUnique, IsIn, IsInt, IsNumber, Max, Min } from 'class-validator';
import {
  type ClockId,
  clockIds,
  IsId,
  IsList,
  IsListOf,
  IsText,
  IsValue,
  MayBeAbsent,
  type Urgency,
  VersionBody,
} from '@referral/values';
import {
  type AllowedTime,
  type DurationUnit,
  durationUnits,
  type EscalationLevel,
  type PauseReason,
  pauseReasons,
} from '../sla-policy';

/** How an allowed time is validated. */
export class AllowedTimeValue implements AllowedTime {
  @IsInt() @Min(1) @Max(10_000) readonly amount!: number;
  @IsIn(durationUnits) readonly unit!: DurationUnit;
}

/** How the times of a clock are validated: one for each urgency. */
export class AllowedTimes implements Readonly<Record<Urgency, AllowedTime>> {
  @IsValue(() => AllowedTimeValue) readonly stat!: AllowedTime;
  @IsValue(() => AllowedTimeValue) readonly urgent!: AllowedTime;
  @IsValue(() => AllowedTimeValue) readonly expedited!: AllowedTime;
  @IsValue(() => AllowedTimeValue) readonly routine!: AllowedTime;
}

/** How times are validated that need not be told for each urgency. */
export class SomeAllowedTimes implements Readonly<Partial<Record<Urgency, AllowedTime>>> {
  @MayBeAbsent() @IsValue(() => AllowedTimeValue) readonly stat?: AllowedTime;
  @MayBeAbsent() @IsValue(() => AllowedTimeValue) readonly urgent?: AllowedTime;
  @MayBeAbsent() @IsValue(() => AllowedTimeValue) readonly expedited?: AllowedTime;
  @MayBeAbsent() @IsValue(() => AllowedTimeValue) readonly routine?: AllowedTime;
}

/** How a level of escalation is validated. */
export class EscalationLevelValue implements EscalationLevel {
  @IsNumber() @Min(0) @Max(100) readonly atFraction!: number;
  @IsInt() @Min(1) @Max(3) readonly level!: EscalationLevel['level'];
  @IsText(100) readonly to!: string;
}

/** What a site promises for one clock. What starts and stops a clock is no matter of promises: it stays as it is. */
export class ClockTerms {
  @IsIn(clockIds) readonly clock!: ClockId;
  @IsValue(() => AllowedTimes) readonly allowed!: AllowedTimes;
  @MayBeAbsent() @IsValue(() => SomeAllowedTimes) readonly allowedInternal?: SomeAllowedTimes;
  @MayBeAbsent() @IsNumber() @Min(0) @Max(1) readonly warnAt?: number;
  @MayBeAbsent() @IsList(10) @ArrayUnique() @IsIn(pauseReasons, { each: true }) readonly pausableBy?: PauseReason[];
  @MayBeAbsent() @IsListOf(() => EscalationLevelValue, 10) readonly escalationLevels?: readonly EscalationLevel[];
}

/** What a command says that publishes a version of a policy. Clocks that it leaves out stay as they were in the version before. */
export abstract class PolicyContent extends VersionBody {
  readonly policyId!: string;
  @IsId() readonly calendarId!: string;
  @IsListOf(() => ClockTerms, clockIds.length, 1)
  @ArrayUnique(({ clock }: ClockTerms) => clock)
  readonly clocks!: readonly ClockTerms[];
}
