import { IsInt, Min } from 'class-validator';
import { IsId } from '@referral/values';

/** A mandatory item of a submission checklist, and what meets it. */
export interface RequiredItem {
  readonly code: string;
  /** Kinds of documents; any when none is named. */
  readonly acceptableKinds: readonly string[];
  /** Days that a document may be old. */
  readonly maxAgeDays?: number;
}

/** The version of a submission checklist that a referral is held to. */
export interface RequirementSetRef {
  readonly requirementSetId: string;
  readonly requirementSetVersion: number;
}

/** How it is validated. */
export class RequirementSetRefValue implements RequirementSetRef {
  @IsId() readonly requirementSetId!: string;
  @IsInt() @Min(1) readonly requirementSetVersion!: number;
}

/** A version of a submission checklist as it was published, as far as a referral goes by it. */
export interface Checklist extends RequirementSetRef {
  readonly required: readonly RequiredItem[];
  /** Codes of the items that may come and need not. */
  readonly optional: readonly string[];
}
