import { IsId, IsText, IsValue, MayBeAbsent, pick, type Reason, ReasonValue } from '@referral/values';
import type { ReferralEvent } from '../events/referral-event';
import { happened } from '../happened';
import type { RegisteredReferral } from '../referral';
import { requireTransition } from '../require-transition';
import type { UseCase } from '../use-case';
import { ReferralCommand } from './referral-command';

/** The payer has said that it does not cover the service. */
export class RecordServiceNotCovered extends ReferralCommand {
  @IsId() readonly coverageId!: string;
  @IsValue(() => ReasonValue) readonly basis!: Reason;
  @MayBeAbsent() @IsText(200) readonly payerReference?: string;
}

/** T39. */
export const recordServiceNotCovered = (
  command: RecordServiceNotCovered,
  referral: RegisteredReferral,
): readonly ReferralEvent[] => {
  const { eligibility } = referral.facets;
  if (eligibility.status === 'service_not_covered' && eligibility.coverageId === command.coverageId) return [];
  requireTransition(referral, 'RecordServiceNotCovered');
  return [happened('ServiceNotCoveredRecorded', command, pick(command, 'coverageId', 'basis', 'payerReference'))];
};

/** Filing that a service is not covered. */
export const recordServiceNotCoveredUseCase: UseCase<RecordServiceNotCovered> = {
  name: 'RecordServiceNotCovered',
  command: RecordServiceNotCovered,
  summary: 'Records that the payer does not cover the service; the patient decides how to go on.',
  roles: ['auth_specialist'],
  creates: false,
  generatedIds: [],
  decide: recordServiceNotCovered,
};
