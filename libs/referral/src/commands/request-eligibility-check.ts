import { IsIn } from 'class-validator';
import { IsCalendarDate, IsId, IsList, IsText, MayBeAbsent, pick } from '@referral/values';
import type { ReferralEvent } from '../events/referral-event';
import { happened } from '../happened';
import type { RegisteredReferral } from '../referral';
import { refusal } from '../refuse';
import { requireTransition } from '../require-transition';
import type { UseCase } from '../use-case';
import { eligibilityMethods, type EligibilityMethod } from '../values/coverage-vocabulary';
import { ReferralCommand } from './referral-command';

/** A payer is asked what it covers on a date. */
export class RequestEligibilityCheck extends ReferralCommand {
  @IsId() readonly coverageId!: string;
  @IsCalendarDate() readonly serviceDate!: string;
  @MayBeAbsent() @IsList(20) @IsText(50, { each: true }) readonly serviceTypes: readonly string[] = [];
  @IsIn(eligibilityMethods) readonly method!: EligibilityMethod;
  @MayBeAbsent() @IsId() readonly trace!: string;
}

/** T39. An inquiry is known by its trace. */
export const requestEligibilityCheck = (
  command: RequestEligibilityCheck,
  referral: RegisteredReferral,
): readonly ReferralEvent[] => {
  const known = referral.facets.eligibilityChecks.find(({ trace }) => trace === command.trace);
  if (known?.coverageId === command.coverageId) return [];
  if (known) throw refusal('CONTRADICTS_RECORD', 'An inquiry with this trace was about another coverage.');
  requireTransition(referral, 'RequestEligibilityCheck');
  return [
    happened('EligibilityCheckRequested', command, {
      ...pick(command, 'coverageId', 'serviceDate', 'serviceTypes', 'method', 'trace'),
    }),
  ];
};

/** Asking a payer. */
export const requestEligibilityCheckUseCase: UseCase<RequestEligibilityCheck> = {
  name: 'RequestEligibilityCheck',
  command: RequestEligibilityCheck,
  summary: 'Asks a payer what it covers; the answer is filed with VerifyEligibility.',
  roles: ['auth_specialist', 'coordinator', 'system'],
  creates: false,
  generatedIds: ['trace'],
  decide: requestEligibilityCheck,
};
