import { IsIn, IsInt, IsNumber, Max, Min } from 'class-validator';
import {
  IsBooleanOrNull,
  IsCalendarDate,
  IsId,
  IsText,
  IsValue,
  MayBeAbsent,
  type Money,
  MoneyValue,
  pick,
} from '@referral/values';
import type { ReferralEvent } from '../events/referral-event';
import { answerText } from '../evolve/coverage';
import { happened } from '../happened';
import type { RegisteredReferral } from '../referral';
import { requireTransition } from '../require-transition';
import type { UseCase } from '../use-case';
import { authorizationAnswers, eligibilityOutcomes, networks } from '../values/vocabulary';
import type { AuthorizationAnswer, EligibilityOutcome, Network } from '../values/vocabulary';
import { ReferralCommand } from './referral-command';

/** A payer has answered whether and what it covers, as of a date. */
export class VerifyEligibility extends ReferralCommand {
  @IsId() readonly coverageId!: string;
  @IsIn(eligibilityOutcomes) readonly outcome!: EligibilityOutcome;
  /** `null` when the payer did not say. */
  @IsBooleanOrNull() readonly serviceCovered!: boolean | null;
  @IsIn(networks) readonly network!: Network;
  @IsIn(authorizationAnswers) readonly authRequired!: AuthorizationAnswer;
  @MayBeAbsent() @IsValue(() => MoneyValue) readonly copay?: Money;
  @MayBeAbsent() @IsNumber() @Min(0) @Max(100) readonly coinsurancePct?: number;
  @MayBeAbsent() @IsValue(() => MoneyValue) readonly deductibleRemaining?: Money;
  @MayBeAbsent() @IsInt() @Min(0) @Max(10_000) readonly visitLimitRemaining?: number;
  @IsCalendarDate() readonly asOfDate!: string;
  @IsCalendarDate() readonly validThrough!: string;
  @IsText(200) readonly sourceRef!: string;
  @MayBeAbsent() @IsId() readonly rawDocumentId?: string;
}

/** T37. */
export const verifyEligibility = (
  command: VerifyEligibility,
  referral: RegisteredReferral,
): readonly ReferralEvent[] => {
  const verified = happened('EligibilityVerified', command, {
    ...pick(command, 'coverageId', 'outcome', 'serviceCovered', 'network', 'authRequired', 'copay', 'coinsurancePct'),
    ...pick(command, 'deductibleRemaining', 'visitLimitRemaining', 'asOfDate', 'validThrough', 'sourceRef'),
    ...pick(command, 'rawDocumentId'),
  });
  const { eligibility } = referral.facets;
  if ('answer' in eligibility && eligibility.answer === answerText(verified.data)) return [];
  requireTransition(referral, 'VerifyEligibility');
  return [verified];
};

/** Filing a payer's answer. */
export const verifyEligibilityUseCase: UseCase<VerifyEligibility> = {
  name: 'VerifyEligibility',
  command: VerifyEligibility,
  summary: 'Records what the payer covers, as of a date, and whether it wants an authorization.',
  roles: ['integration', 'auth_specialist', 'system'],
  creates: false,
  generatedIds: [],
  decide: verifyEligibility,
};
