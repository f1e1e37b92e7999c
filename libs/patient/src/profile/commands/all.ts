import { addCoverageUseCase } from './add-coverage';
import { approveKeyDestructionUseCase } from './approve-key-destruction';
import { flagSensitivityUseCase } from './flag-sensitivity';
import { mergePatientUseCase } from './merge-patient';
import { recordPatientDeathUseCase } from './record-patient-death';
import { registerPatientUseCase } from './register-patient';
import { setContactPreferenceUseCase } from './set-contact-preference';
import { setLanguagePreferenceUseCase } from './set-language-preference';
import { terminateCoverageUseCase } from './terminate-coverage';
import { updateDemographicsUseCase } from './update-demographics';

/** What can be done with a patient, in the order of its life. */
export const useCases = [
  registerPatientUseCase,
  updateDemographicsUseCase,
  setContactPreferenceUseCase,
  setLanguagePreferenceUseCase,
  addCoverageUseCase,
  terminateCoverageUseCase,
  flagSensitivityUseCase,
  mergePatientUseCase,
  recordPatientDeathUseCase,
  approveKeyDestructionUseCase,
];
