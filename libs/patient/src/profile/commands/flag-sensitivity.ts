import type { UseCase } from '@referral/eventsourcing';
import { IsBoolean, IsIn } from 'class-validator';
import type { Patient, PatientState } from '../patient';
import type { PatientEvent } from '../events';
import { happened } from '../rules';
import { requirePossible } from '../require-possible';
import { type SensitivityFlag, sensitivityFlags } from '../vocabulary';
import { PatientCommand } from './patient-command';

/** The data of a patient needs more care than that of others, or no longer. */
export class FlagSensitivity extends PatientCommand {
  @IsIn(sensitivityFlags) readonly flag!: SensitivityFlag;
  @IsBoolean() readonly applies!: boolean;
}

/** H07. */
export const flagSensitivity = (command: FlagSensitivity, patient: Patient): readonly PatientEvent[] => {
  const { flag, applies } = command;
  if (patient.sensitivity.includes(flag) === applies) return [];
  requirePossible(patient, 'FlagSensitivity');
  return [happened('SensitivityFlagSet', command, { flag, applies })];
};

/** Flagging what is sensitive. */
export const flagSensitivityUseCase: UseCase<FlagSensitivity, PatientState, PatientEvent> = {
  name: 'FlagSensitivity',
  command: FlagSensitivity,
  summary: 'Marks the data of the patient as more than normally sensitive, or takes the mark away.',
  roles: ['privacy_officer', 'clinical_reviewer', 'lead', 'integration'],
  creates: false,
  generatedIds: [],
  decide: flagSensitivity,
};
