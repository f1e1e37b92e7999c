import type { UseCase } from '@referral/eventsourcing';
import { IsInstant, IsText } from '@referral/values';
import type { Patient, PatientState } from '../patient';
import type { PatientEvent } from '../events';
import { happened, refusal } from '../rules';
import { requirePossible } from '../require-possible';
import { PatientCommand } from './patient-command';

/** A patient has died. */
export class RecordPatientDeath extends PatientCommand {
  @IsInstant() readonly at!: string;
  @IsText(200) readonly source!: string;
}

/** H09, I42. */
export const recordPatientDeath = (command: RecordPatientDeath, patient: Patient): readonly PatientEvent[] => {
  const { at, source, issued } = command;
  if (patient.stage === 'deceased') return [];
  requirePossible(patient, 'RecordPatientDeath');
  if (Date.parse(at) > Date.parse(issued.recordedAt))
    throw refusal('BACKDATE_NOT_ALLOWED', 'A death lies before it is recorded.', { at });
  return [happened('PatientDied', command, { at, source })];
};

/** Recording the death of a patient. */
export const recordPatientDeathUseCase: UseCase<RecordPatientDeath, PatientState, PatientEvent> = {
  name: 'RecordPatientDeath',
  command: RecordPatientDeath,
  summary: 'Records that the patient has died, and who says so.',
  roles: ['intake', 'coordinator', 'integration', 'lead', 'clinical_reviewer'],
  creates: false,
  generatedIds: [],
  decide: recordPatientDeath,
};
