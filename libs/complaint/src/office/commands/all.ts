import { acknowledgeEducationUseCase } from './acknowledge-education';
import { registerOfficeUseCase } from './register-office';
import { sendEducationUseCase } from './send-education';

/** What can be done with a referring office, in the order of its life. */
export const useCases = [registerOfficeUseCase, sendEducationUseCase, acknowledgeEducationUseCase];
