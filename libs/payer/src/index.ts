export type {
  AuthorizationAnswer,
  AuthorizationInquiry,
  AuthorizationRequest,
  Closed,
  Denied,
  DenialReason,
  Granted,
  GrantedUnits,
  Pended,
  RequestedService,
} from './authorization';
export type { EligibilityAnswer, EligibilityRequest } from './eligibility';
export {
  PayerError,
  PayerHeldOff,
  PayerTimedOut,
  PayerUnreachable,
  type Rejection,
  RequestRejected,
  UnintelligibleAnswer,
  UnsayableRequest,
} from './errors';
export type { Member, Provider } from './parties';
export { Payer } from './payer';
export { Payers, type PayerSettings } from './payers';
export { icd10, procedure, procedureSystems } from './procedure-codes';
export { type Level, levelsOf } from './x12/levels';
export { readDocument, type X12Document } from './x12/read-document';
export { element, type Segment } from './x12/segment';
export { type Envelope, writeDocument } from './x12/write-document';
