import type { CreatingUseCase, UseCase } from '../use-case';
import { attachToReferralUseCase } from './attach-to-referral';
import { confirmIntakeFieldUseCase } from './confirm-intake-field';
import { confirmPatientMatchUseCase } from './confirm-patient-match';
import { convertToReferralUseCase } from './convert-to-referral';
import { escalateCallToClinicianUseCase } from './escalate-call-to-clinician';
import { extractIntakeDataUseCase } from './extract-intake-data';
import { flagPossibleDuplicateUseCase } from './flag-possible-duplicate';
import { markIntakeDuplicateUseCase } from './mark-intake-duplicate';
import { proposePatientMatchUseCase } from './propose-patient-match';
import { receiveIntakeItemUseCase } from './receive-intake-item';
import { recordPhoneIntakeUseCase } from './record-phone-intake';
import { rejectIntakeItemUseCase } from './reject-intake-item';

/** What can be done with an intake item, in the order of its life. */
export const useCases: readonly (UseCase | CreatingUseCase)[] = [
  receiveIntakeItemUseCase,
  recordPhoneIntakeUseCase,
  escalateCallToClinicianUseCase,
  extractIntakeDataUseCase,
  confirmIntakeFieldUseCase,
  proposePatientMatchUseCase,
  flagPossibleDuplicateUseCase,
  confirmPatientMatchUseCase,
  convertToReferralUseCase,
  attachToReferralUseCase,
  rejectIntakeItemUseCase,
  markIntakeDuplicateUseCase,
];
