import { sameCoding } from '@referral/values';
import type { Granted, OpenedAuthorization } from '../authorization';
import { decisionText } from '../decided-event';
import type { DecisionEvent } from '../events/authorization-event';
import type {
  AuthorizationApproved,
  AuthorizationModified,
  AuthorizationPartiallyApproved,
  GrantingDecision,
} from '../events/deciding';
import type { UsableStage } from '../stages';
import { moved } from './moved';

/** What was used before a payer decided anew counts on. */
const grantedBy = (
  as: UsableStage,
  { number, validity, units }: GrantingDecision,
  before: Granted | null,
): Granted => ({
  as,
  number: number ?? null,
  validity: validity ?? null,
  units: units.map(({ service, approved }) => {
    const known = before?.units.find((one) => sameCoding(one.service, service));
    return { service, approved, used: known?.used ?? 0 };
  }),
  expiringNoted: null,
});

const granting = (
  authorization: OpenedAuthorization,
  as: UsableStage,
  { data, occurredAt }: AuthorizationApproved | AuthorizationPartiallyApproved | AuthorizationModified,
): OpenedAuthorization => {
  const granted = grantedBy(as, data, authorization.granted);
  return moved({ ...authorization, granted, denial: null, extensionRequested: null }, as, occurredAt);
};

/** What a decision of the payer changes. */
export const evolveDeciding = (before: OpenedAuthorization, event: DecisionEvent): OpenedAuthorization => {
  const authorization = { ...before, pend: null, decision: decisionText(event) };
  switch (event.type) {
    case 'AuthorizationApproved':
      return granting(authorization, 'approved', event);
    case 'AuthorizationPartiallyApproved':
      return granting(authorization, 'partially_approved', event);
    case 'AuthorizationModified':
      return granting(authorization, 'modified', event);
    case 'AuthorizationDenied': {
      const { denialReason, appealDeadline = null } = event.data;
      const denial = { code: denialReason.code ?? null, appealDeadline };
      return moved({ ...authorization, denial }, 'denied', event.occurredAt);
    }
    case 'AuthorizationContactPayer':
      return moved(authorization, 'contact_payer', event.occurredAt);
    case 'AuthorizationNotRequiredByPayer':
      return moved(authorization, 'no_action_required', event.occurredAt);
  }
};
