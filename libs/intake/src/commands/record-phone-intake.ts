import { IsBoolean, IsIn } from 'class-validator';
import { IsText, pick } from '@referral/values';
import type { IntakeEvent } from '../events/intake-event';
import { happened } from '../happened';
import type { IntakeItem } from '../intake-item';
import { intakeTransitions } from '../transitions';
import type { CreatingUseCase } from '../use-case';
import { callerTypes, type CallerType } from '../vocabulary';
import { IntakeCommand } from './intake-command';

/** Someone has called. */
export class RecordPhoneIntake extends IntakeCommand {
  @IsIn(callerTypes) readonly callerType!: CallerType;
  @IsText(200) readonly callerName!: string;
  @IsText(50) readonly callbackNumber!: string;
  @IsText(10_000) readonly summary!: string;
  @IsBoolean() readonly clinicalConcernRaised!: boolean;
}

/** N02. */
export const recordPhoneIntake = (command: RecordPhoneIntake, item: IntakeItem): readonly IntakeEvent[] => {
  const { callerType, clinicalConcernRaised } = command;
  if (item.stage !== 'none' && item.arrival.kind === 'call')
    if (item.arrival.callerType === callerType && item.arrival.clinicalConcernRaised === clinicalConcernRaised)
      return [];
  intakeTransitions.require(item.stage, 'RecordPhoneIntake');
  return [
    happened('PhoneIntakeRecorded', command, {
      ...pick(command, 'intakeId', 'callerType', 'callerName', 'callbackNumber', 'summary', 'clinicalConcernRaised'),
      receivedAt: command.occurredAt,
    }),
  ];
};

/** The record of a call. */
export const recordPhoneIntakeUseCase: CreatingUseCase<RecordPhoneIntake> = {
  name: 'RecordPhoneIntake',
  command: RecordPhoneIntake,
  summary: 'Registers a call about a patient: who called, and what for.',
  roles: ['intake', 'coordinator'],
  creates: true,
  generatedIds: [],
  decide: recordPhoneIntake,
};
