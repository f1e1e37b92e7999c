import { pick } from '@referral/values';
import type { OpenedAuthorization } from './authorization';
import type { RecordDecision } from './commands/record-decision';
import { type Grant, type HcrAction, hcrActions, decisionEvents } from './decisions';
import type { DecisionEvent } from './events/authorization-event';
import type { GrantingDecision } from './events/deciding';
import { happened } from './happened';
import { refusal } from './invariants';

const actionOf = ({ decision }: RecordDecision): HcrAction => {
  const actions = Object.keys(hcrActions) as HcrAction[];
  const action = actions.find((code) => hcrActions[code].decision === decision);
  if (!action) throw new TypeError(`${decision} has no action code`);
  return action;
};

/** The units that the payer named; where it agreed to everything, those that were asked for. @throws APPROVED_UNITS_REQUIRED */
const unitsOf = ({ decision, units }: RecordDecision, { request }: OpenedAuthorization): GrantingDecision['units'] => {
  if (units) return units.map((one) => pick(one, 'service', 'approved'));
  if (decision !== 'approved') throw refusal('APPROVED_UNITS_REQUIRED');
  return request.services.map(({ code, units: asked }) => ({ service: code, approved: asked }));
};

/** I50. @throws DENIAL_REASON_REQUIRED */
const denialOf = ({ denialReason }: RecordDecision) => {
  if (denialReason?.code === undefined && denialReason?.specific === undefined) throw refusal('DENIAL_REASON_REQUIRED');
  return pick(denialReason, 'code', 'specific');
};

/** The fact that the payer decided so. @throws APPROVED_UNITS_REQUIRED, DENIAL_REASON_REQUIRED */
export const decidedEvent = (command: RecordDecision, authorization: OpenedAuthorization): DecisionEvent => {
  const decided = {
    referralId: authorization.referralId,
    decidedAt: command.occurredAt,
    actionCode: actionOf(command),
    ...pick(command, 'number', 'evidenceDocumentId'),
  };
  const granted = (decision: Grant) =>
    happened(decisionEvents[decision], command, {
      ...decided,
      ...pick(command, 'validity'),
      units: unitsOf(command, authorization),
    });
  switch (command.decision) {
    case 'approved':
    case 'partially_approved':
    case 'modified':
      return granted(command.decision);
    case 'denied': {
      const denialReason = denialOf(command);
      return happened('AuthorizationDenied', command, { ...decided, ...pick(command, 'appealDeadline'), denialReason });
    }
    case 'contact_payer':
      return happened('AuthorizationContactPayer', command, decided);
    case 'no_action_required':
      return happened('AuthorizationNotRequiredByPayer', command, decided);
  }
};

/** A decision as one text, so that the same decision again is recognised; without when it was made and without patient data. */
export const decisionText = ({ type, data }: DecisionEvent): string => {
  const { number = null, evidenceDocumentId } = data;
  if ('denialReason' in data) {
    const { denialReason, appealDeadline = null } = data;
    return JSON.stringify([type, number, evidenceDocumentId, denialReason.code ?? null, appealDeadline]);
  }
  if (!('units' in data)) return JSON.stringify([type, number, evidenceDocumentId]);
  const { validity, units } = data;
  const approved = units.map(({ service, approved }) => [service.system, service.code, approved]);
  return JSON.stringify([type, number, evidenceDocumentId, validity?.start ?? null, validity?.end ?? null, approved]);
};
