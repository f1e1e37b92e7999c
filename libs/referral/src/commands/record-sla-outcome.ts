import { type ClockId, clockIds, IsId, IsInstant, pick } from '@referral/values';
import { IsIn, IsInt, Max, Min } from 'class-validator';
import { clockResultKey } from '../clock-result';
import type { ReferralEvent } from '../events/referral-event';
import { happened } from '../happened';
import type { RegisteredReferral } from '../referral';
import { requireTransition } from '../require-transition';
import type { UseCase } from '../use-case';
import { type SlaOutcome, slaOutcomes } from '../values/clocks';
import { ReferralCommand } from './referral-command';

/** What a clock came to. Issued by whoever watches the clocks. */
export class RecordSlaOutcome extends ReferralCommand {
  @IsIn(slaOutcomes) readonly outcome!: SlaOutcome;
  @IsIn(clockIds) readonly clock!: ClockId;
  /** Of the clock: it may start several times. */
  @IsInt() @Min(1) @Max(10_000) readonly cycle!: number;
  @IsInstant() readonly startedAt!: string;
  @IsInstant() readonly dueAt!: string;
  @IsInt() @Min(0) readonly pausedMinutes!: number;
  @IsId() readonly policyId!: string;
  @IsInt() @Min(1) readonly policyVersion!: number;
  @IsId() readonly calendarId!: string;
  @IsInstant() readonly computedAt!: string;
}

const factOf = { warning: 'SlaWarningRaised', breached: 'SlaBreached', met: 'SlaMet' } as const;

/** T39. One outcome of a clock's cycle under a version of its policy is recorded once, whenever it was computed. */
export const recordSlaOutcome = (command: RecordSlaOutcome, referral: RegisteredReferral): readonly ReferralEvent[] => {
  if (referral.facets.clockResults.includes(clockResultKey(command.outcome, command))) return [];
  requireTransition(referral, 'RecordSlaOutcome');
  return [
    happened(factOf[command.outcome], command, {
      ...pick(command, 'clock', 'cycle', 'startedAt', 'dueAt', 'pausedMinutes', 'policyId', 'policyVersion'),
      ...pick(command, 'calendarId', 'computedAt'),
    }),
  ];
};

/** What a clock came to. */
export const recordSlaOutcomeUseCase: UseCase<RecordSlaOutcome> = {
  name: 'RecordSlaOutcome',
  command: RecordSlaOutcome,
  summary: 'Records that a clock warns, is breached or was met.',
  roles: ['system'],
  creates: false,
  generatedIds: [],
  decide: recordSlaOutcome,
};
