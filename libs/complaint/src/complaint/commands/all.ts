import { acknowledgeComplaintUseCase } from './acknowledge-complaint';
import { investigateComplaintUseCase } from './investigate-complaint';
import { receiveComplaintUseCase } from './receive-complaint';
import { reopenComplaintUseCase } from './reopen-complaint';
import { resolveComplaintUseCase } from './resolve-complaint';

/** What can be done with a complaint, in the order of its life. */
export const useCases = [
  receiveComplaintUseCase,
  acknowledgeComplaintUseCase,
  investigateComplaintUseCase,
  resolveComplaintUseCase,
  reopenComplaintUseCase,
];
