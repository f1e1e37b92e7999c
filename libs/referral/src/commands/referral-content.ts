import { IsBoolean, IsIn, IsInt, Max, Min } from 'class-validator';
import {
  type Coding,
  CodingValue,
  IsCalendarDate,
  IsId,
  IsLanguageTag,
  IsList,
  IsListOf,
  IsText,
  IsValue,
  MayBeAbsent,
  urgencies,
  type Urgency,
  type Validity,
  ValidityValue,
} from '@referral/values';
import { type Checklist, type RequirementSetRef, RequirementSetRefValue } from '../values/requirement-set';
import { referralTypes, type ReferralType } from '../values/vocabulary';
import { ReferralCommand } from './referral-command';

/** What is asked, and what comes with it: the part of a referral that a draft lacks until it is handed in. */
export abstract class ReferralContent extends ReferralCommand {
  @MayBeAbsent() @IsId() readonly orderingEncounterId?: string;
  @MayBeAbsent() @IsId() readonly billingFacilityId?: string;
  @IsText(10_000) readonly clinicalQuestion!: string;
  @MayBeAbsent() @IsListOf(() => CodingValue, 50) readonly diagnoses: readonly Coding[] = [];
  @IsIn(referralTypes) readonly type!: ReferralType;
  @IsIn(urgencies) readonly claimedUrgency!: Urgency;
  @MayBeAbsent() @IsCalendarDate() readonly requestedBy?: string;
  @IsValue(() => ValidityValue) readonly validity!: Validity;
  @MayBeAbsent() @IsInt() @Min(1) @Max(1000) readonly visitsRequested?: number;
  @MayBeAbsent() @IsList(20) @IsId({ each: true }) readonly coverageIds: readonly string[] = [];
  @MayBeAbsent() @IsLanguageTag() readonly languagePreference?: string;
  @MayBeAbsent() @IsBoolean() readonly interpreterNeeded?: boolean;
  @MayBeAbsent() @IsList(20) @IsText(50, { each: true }) readonly sensitivity: readonly string[] = [];
  /** Codes of items that did not come with it and must, beside those that a published checklist wants and `presentItems` lacks. */
  @MayBeAbsent() @IsList(100) @IsText(100, { each: true }) readonly missingItems: readonly string[] = [];
  /** Codes of the mandatory items that came with it; they count under a checklist. */
  @MayBeAbsent() @IsList(100) @IsText(100, { each: true }) readonly presentItems?: readonly string[];
  /** The checklist by which it was put together, where it is another than the one in force for the specialty and service. */
  @MayBeAbsent() @IsValue(() => RequirementSetRefValue) readonly requirementSet?: RequirementSetRef;
  /**
   * What was looked up: the version that `requirementSet` names, or the one in force when it is received. Absent where nobody has published
   * one; never part of a body.
   */
  readonly checklist?: Checklist;
}
