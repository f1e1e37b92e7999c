import { IsIn, IsNumber, Max, Min } from 'class-validator';
import { IsId, IsListOf, IsText, MayBeAbsent, pick } from '@referral/values';
import type { IntakeEvent } from '../events/intake-event';
import { happened } from '../happened';
import type { ReceivedItem } from '../intake-item';
import { intakeTransitions } from '../transitions';
import type { UseCase } from '../use-case';
import { readers, type Reader } from '../vocabulary';
import { IntakeCommand } from './intake-command';

/** One field as it was read, and how sure the reader is. */
export class ExtractedFieldValue {
  @IsId() readonly field!: string;
  @IsText(4000) readonly value!: string;
  @IsNumber() @Min(0) @Max(1) readonly confidence!: number;
  @IsIn(readers) readonly by!: Reader;
}

/** A machine or a person has read fields out of the item. */
export class ExtractIntakeData extends IntakeCommand {
  @MayBeAbsent() @IsId() readonly extractionId!: string;
  @IsListOf(() => ExtractedFieldValue, 200, 1) readonly fields!: readonly ExtractedFieldValue[];
}

/** N04 and N05. A reading is known by its id: what was read is patient data and not part of what rules see. */
export const extractIntakeData = (command: ExtractIntakeData, item: ReceivedItem): readonly IntakeEvent[] => {
  if (item.readings.includes(command.extractionId)) return [];
  intakeTransitions.require(item.stage, 'ExtractIntakeData');
  return [
    happened('IntakeDataExtracted', command, {
      extractionId: command.extractionId,
      fields: command.fields.map((field) => pick(field, 'field', 'value', 'confidence', 'by')),
    }),
  ];
};

/** The reading of an item. */
export const extractIntakeDataUseCase: UseCase<ExtractIntakeData> = {
  name: 'ExtractIntakeData',
  command: ExtractIntakeData,
  summary: 'Files what was read out of the item, field by field, with how sure the reader is.',
  roles: ['system', 'intake'],
  creates: false,
  generatedIds: ['extractionId'],
  decide: extractIntakeData,
};
