import { IsId, IsText } from '@referral/values';

/** An answer to one question of a questionnaire. */
export interface AssessmentAnswer {
  readonly linkId: string;
  /** PHI; `null` when the patient's key was destroyed. */
  readonly value: string | null;
}

/** How it is validated. */
export class AssessmentAnswerValue implements AssessmentAnswer {
  @IsId() readonly linkId!: string;
  @IsText(10_000) readonly value!: string;
}
