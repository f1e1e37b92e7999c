import { IsIn, IsInt, Min } from 'class-validator';
import { IsId, IsList, IsListOf, IsText, MayBeAbsent, pick } from '@referral/values';
import type { ReferralEvent } from '../events/referral-event';
import { happened } from '../happened';
import type { RegisteredReferral } from '../referral';
import { refusal } from '../refuse';
import { requireTransition } from '../require-transition';
import type { UseCase } from '../use-case';
import { type AssessmentAnswer, AssessmentAnswerValue } from '../values/assessment-answer';
import { respondents, type Respondent } from '../values/content-vocabulary';
import { ReferralCommand } from './referral-command';

/** The questions of a questionnaire were asked and answered. */
export class RecordIntakeAssessment extends ReferralCommand {
  @MayBeAbsent() @IsId() readonly assessmentId!: string;
  @IsId() readonly questionnaireId!: string;
  @IsInt() @Min(1) readonly version!: number;
  @IsListOf(() => AssessmentAnswerValue, 200, 1) readonly answers!: readonly AssessmentAnswer[];
  @MayBeAbsent() @IsList(20) @IsText(100, { each: true }) readonly barriersIdentified: readonly string[] = [];
  @IsIn(respondents) readonly respondent!: Respondent;
}

/** T39. An assessment is known by its id: the answers are patient data. */
export const recordIntakeAssessment = (
  command: RecordIntakeAssessment,
  referral: RegisteredReferral,
): readonly ReferralEvent[] => {
  const known = referral.facets.assessments.find(({ assessmentId }) => assessmentId === command.assessmentId);
  if (known?.questionnaireId === command.questionnaireId && known.version === command.version) return [];
  if (known) throw refusal('CONTRADICTS_RECORD', 'An assessment with this id answered another questionnaire.');
  requireTransition(referral, 'RecordIntakeAssessment');
  return [
    happened('IntakeAssessmentRecorded', command, {
      ...pick(command, 'assessmentId', 'questionnaireId', 'version', 'answers', 'barriersIdentified', 'respondent'),
    }),
  ];
};

/** Filing the answers of an intake. */
export const recordIntakeAssessmentUseCase: UseCase<RecordIntakeAssessment> = {
  name: 'RecordIntakeAssessment',
  command: RecordIntakeAssessment,
  summary: 'Records the answers to a questionnaire, and the barriers that they show.',
  roles: ['intake', 'coordinator'],
  creates: false,
  generatedIds: ['assessmentId'],
  decide: recordIntakeAssessment,
};
