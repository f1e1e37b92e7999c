import { addSkillUseCase } from './add-skill';
import { addStaffUseCase } from './add-staff';
import { completeTrainingUseCase } from './complete-training';
import { grantRoleUseCase } from './grant-role';
import { recordAbsenceUseCase } from './record-absence';
import { revokeRoleUseCase } from './revoke-role';
import { setCapacityUseCase } from './set-capacity';

/** What can be done with a member of staff, in the order of its life. */
export const useCases = [
  addStaffUseCase,
  grantRoleUseCase,
  revokeRoleUseCase,
  addSkillUseCase,
  recordAbsenceUseCase,
  setCapacityUseCase,
  completeTrainingUseCase,
];
