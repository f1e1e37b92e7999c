import type { CreatingUseCase, UseCase } from '../use-case';
import { cancelAuthorizationUseCase } from './cancel-authorization';
import { expireAuthorizationUseCase } from './expire-authorization';
import { extendAuthorizationUseCase } from './extend-authorization';
import { fileAppealUseCase } from './file-appeal';
import { openAuthorizationUseCase } from './open-authorization';
import { recordAppealDecisionUseCase } from './record-appeal-decision';
import { recordDecisionOverdueUseCase } from './record-decision-overdue';
import { recordDecisionUseCase } from './record-decision';
import { recordExpiringUseCase } from './record-expiring';
import { recordPeerToPeerUseCase } from './record-peer-to-peer';
import { recordPendUseCase } from './record-pend';
import { requestAuthorizationExtensionUseCase } from './request-authorization-extension';
import { requestPeerToPeerUseCase } from './request-peer-to-peer';
import { submitAdditionalInformationUseCase } from './submit-additional-information';
import { submitAuthorizationUseCase } from './submit-authorization';
import { useUnitsUseCase } from './use-units';

/** What can be done with a prior authorization, in the order of its life. */
export const useCases: readonly (UseCase | CreatingUseCase)[] = [
  openAuthorizationUseCase,
  submitAuthorizationUseCase,
  recordPendUseCase,
  submitAdditionalInformationUseCase,
  recordDecisionUseCase,
  recordDecisionOverdueUseCase,
  requestPeerToPeerUseCase,
  recordPeerToPeerUseCase,
  fileAppealUseCase,
  recordAppealDecisionUseCase,
  useUnitsUseCase,
  requestAuthorizationExtensionUseCase,
  extendAuthorizationUseCase,
  recordExpiringUseCase,
  expireAuthorizationUseCase,
  cancelAuthorizationUseCase,
];
