import { actor, type Fields, order } from '@referral/values/testing';
import type { AuthorizationCommand } from '../commands/authorization-command';
import { CancelAuthorization } from '../commands/cancel-authorization';
import { ExpireAuthorization } from '../commands/expire-authorization';
import { ExtendAuthorization } from '../commands/extend-authorization';
import { FileAppeal } from '../commands/file-appeal';
import { OpenAuthorization } from '../commands/open-authorization';
import { RecordAppealDecision } from '../commands/record-appeal-decision';
import { RecordDecision } from '../commands/record-decision';
import { RecordDecisionOverdue } from '../commands/record-decision-overdue';
import { RecordExpiring } from '../commands/record-expiring';
import { RecordPeerToPeer } from '../commands/record-peer-to-peer';
import { RecordPend } from '../commands/record-pend';
import { RequestAuthorizationExtension } from '../commands/request-authorization-extension';
import { RequestPeerToPeer } from '../commands/request-peer-to-peer';
import { SubmitAdditionalInformation } from '../commands/submit-additional-information';
import { SubmitAuthorization } from '../commands/submit-authorization';
import { UseUnits } from '../commands/use-units';
import { bodies } from './bodies';
import * as facts from './facts';

/** Someone who may do everything with an authorization. */
export const everyone = actor('user-1', 'auth_specialist', 'clinical_reviewer', 'lead', 'integration', 'system');

const ordered = <Order extends AuthorizationCommand>(
  Class: new () => Order,
  { occurredAt }: { readonly occurredAt: string },
  fields: object,
): Order =>
  order(Class, occurredAt, everyone, { authorizationId: facts.authorizationId, ...fields } as unknown as Fields<Order>);

const { validity, units, number, appealDeadline, evidenceDocumentId } = bodies.RecordDecision;
const evidence = { evidenceDocumentId };

export const open = ordered(OpenAuthorization, facts.opened, {
  ...bodies.OpenAuthorization,
  referral: { patientId: 'patient-1' },
});
export const submit = ordered(SubmitAuthorization, facts.submitted, bodies.SubmitAuthorization);
export const pend = ordered(RecordPend, facts.pended, bodies.RecordPend);
export const inform = ordered(SubmitAdditionalInformation, facts.informed, {
  documents: ['document-2'],
  traceNumber: 'trace-2',
});
export const approve = ordered(RecordDecision, facts.approved, {
  ...evidence,
  ...{ decision: 'approved', number, validity, units },
});
export const approvePartly = ordered(RecordDecision, facts.approved, {
  ...evidence,
  ...{ decision: 'partially_approved', number, validity, units: facts.partlyApproved.data.units },
});
export const modify = ordered(RecordDecision, facts.approved, {
  ...evidence,
  ...{ decision: 'modified', number, validity, units: facts.modified.data.units },
});
export const deny = ordered(RecordDecision, facts.denied, {
  ...evidence,
  decision: 'denied',
  denialReason: facts.denied.data.denialReason,
  appealDeadline,
});
export const waive = ordered(RecordDecision, facts.notRequired, { ...evidence, decision: 'no_action_required' });
export const askToCall = ordered(RecordDecision, facts.contactPayer, { ...evidence, decision: 'contact_payer' });
export const recordOverdue = ordered(RecordDecisionOverdue, facts.overdue, {});
export const requestTalk = ordered(RequestPeerToPeer, facts.talkRequested, bodies.RequestPeerToPeer);
export const recordTalk = ordered(RecordPeerToPeer, facts.talked, bodies.RecordPeerToPeer);
export const appeal = ordered(FileAppeal, facts.appealFiled, bodies.FileAppeal);
export const decideAppeal = ordered(RecordAppealDecision, facts.appealDecided, bodies.RecordAppealDecision);
export const useTwo = ordered(UseUnits, facts.used, bodies.UseUnits);
export const requestExtension = ordered(
  RequestAuthorizationExtension,
  facts.extensionRequested,
  bodies.RequestAuthorizationExtension,
);
export const extend = ordered(ExtendAuthorization, facts.extended, bodies.ExtendAuthorization);
export const recordExpiring = ordered(RecordExpiring, facts.expiring, {});
export const expire = ordered(ExpireAuthorization, facts.expired, {});
export const cancel = ordered(CancelAuthorization, facts.cancelled, bodies.CancelAuthorization);
