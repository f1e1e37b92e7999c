import { IsInt, Min } from 'class-validator';
import { IsId } from '@referral/values';

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
