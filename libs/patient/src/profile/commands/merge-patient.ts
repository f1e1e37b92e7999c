import type { UseCase } from '@referral/eventsourcing';
import { IsId } from '@referral/values';
import type { Patient, PatientState } from '../patient';
import type { PatientEvent } from '../events';
import { happened, refusal } from '../rules';
import { requirePossible } from '../require-possible';
import { PatientCommand } from './patient-command';

/** Two profiles are one patient; this one goes on as the other. */
export class MergePatient extends PatientCommand {
  @IsId() readonly survivorId!: string;
}

/** H08, I43. */
export const mergePatient = (command: MergePatient, patient: Patient): readonly PatientEvent[] => {
  const { survivorId, patientId } = command;
  if (patient.stage === 'merged' && patient.survivorId === survivorId) return [];
  requirePossible(patient, 'MergePatient');
  if (survivorId === patientId)
    throw refusal('ILLEGAL_TRANSITION', 'A profile is not merged with itself.', { survivorId });
  return [happened('PatientMerged', command, { survivorId, mergedId: patientId })];
};

/** Merging a patient. */
export const mergePatientUseCase: UseCase<MergePatient, PatientState, PatientEvent> = {
  name: 'MergePatient',
  command: MergePatient,
  summary: 'Merges this profile into another one, which survives.',
  roles: ['intake', 'lead', 'integration'],
  creates: false,
  generatedIds: [],
  decide: mergePatient,
};
