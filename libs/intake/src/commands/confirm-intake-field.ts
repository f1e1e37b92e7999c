import { IsId, IsText, MayBeAbsent, pick } from '@referral/values';
import type { IntakeEvent } from '../events/intake-event';
import { happened } from '../happened';
import type { ReceivedItem } from '../intake-item';
import { intakeTransitions } from '../transitions';
import type { UseCase } from '../use-case';
import { IntakeCommand } from './intake-command';

/** A person has looked at a field and says what it is. */
export class ConfirmIntakeField extends IntakeCommand {
  @MayBeAbsent() @IsId() readonly confirmationId!: string;
  @IsId() readonly field!: string;
  @MayBeAbsent() @IsText(4000) readonly oldValue?: string;
  @IsText(4000) readonly newValue!: string;
}

/** N06. A confirmation is known by its id: what it says is patient data and not part of what rules see. */
export const confirmIntakeField = (command: ConfirmIntakeField, item: ReceivedItem): readonly IntakeEvent[] => {
  if (item.readings.includes(command.confirmationId)) return [];
  intakeTransitions.require(item.stage, 'ConfirmIntakeField');
  return [
    happened('IntakeFieldConfirmed', command, {
      ...pick(command, 'confirmationId', 'field', 'oldValue', 'newValue'),
      confirmedBy: command.issued.actor.userId,
    }),
  ];
};

/** The second look at a field. */
export const confirmIntakeFieldUseCase: UseCase<ConfirmIntakeField> = {
  name: 'ConfirmIntakeField',
  command: ConfirmIntakeField,
  summary: 'Confirms or corrects a field of the item; each look at it leaves a trace.',
  roles: ['intake'],
  creates: false,
  generatedIds: ['confirmationId'],
  decide: confirmIntakeField,
};
