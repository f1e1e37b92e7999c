import { type ClockId, clockIds, IsInstant, IsText, MayBeAbsent, pick } from '@referral/values';
import { IsIn } from 'class-validator';
import type { ReferralEvent } from '../events/referral-event';
import { happened } from '../happened';
import type { RegisteredReferral } from '../referral';
import { requireTransition } from '../require-transition';
import type { UseCase } from '../use-case';
import { type DelayCause, delayCauses } from '../values/assignment';
import { ReferralCommand } from './referral-command';

/** Someone finds where a delay comes from, and does something about it. The plan carries no patient data. */
export class RecordDelay extends ReferralCommand {
  @IsIn(delayCauses) readonly cause!: DelayCause;
  @MayBeAbsent() @IsIn(clockIds) readonly clock?: ClockId;
  @IsText(2000) readonly actionPlan!: string;
  @MayBeAbsent() @IsInstant() readonly patientInformedAt?: string;
}

/** T39. */
export const recordDelay = (command: RecordDelay, referral: RegisteredReferral): readonly ReferralEvent[] => {
  const known = referral.facets.delays.some(
    ({ cause, clock, actionPlan }) =>
      cause === command.cause && clock === (command.clock ?? null) && actionPlan === command.actionPlan,
  );
  if (known) return [];
  requireTransition(referral, 'RecordDelay');
  return [happened('DelayCauseRecorded', command, pick(command, 'cause', 'clock', 'actionPlan', 'patientInformedAt'))];
};

/** The cause of a delay. */
export const recordDelayUseCase: UseCase<RecordDelay> = {
  name: 'RecordDelay',
  command: RecordDelay,
  summary: 'Records where a delay comes from and what is done about it.',
  roles: ['coordinator'],
  creates: false,
  generatedIds: [],
  decide: recordDelay,
};
