import type { UseCase } from '@referral/eventsourcing';
import type { Patient, PatientState } from '../patient';
import type { PatientEvent } from '../events';
import { happened } from '../rules';
import { requirePossible } from '../require-possible';
import { Demographics, demographicsOf } from './demographics';

/** Something about who a patient is has changed. */
export class UpdateDemographics extends Demographics {}

/** H02. What was known before is patient data and cannot be compared. */
export const updateDemographics = (command: UpdateDemographics, patient: Patient): readonly PatientEvent[] => {
  const changes = demographicsOf(command);
  if (Object.keys(changes).length === 0) return [];
  requirePossible(patient, 'UpdateDemographics');
  return [happened('PatientDemographicsUpdated', command, changes)];
};

/** Updating who a patient is. */
export const updateDemographicsUseCase: UseCase<UpdateDemographics, PatientState, PatientEvent> = {
  name: 'UpdateDemographics',
  command: UpdateDemographics,
  summary: 'Changes what is known of who the patient is; lists are told as a whole.',
  roles: ['intake', 'coordinator', 'integration'],
  creates: false,
  generatedIds: [],
  decide: updateDemographics,
};
